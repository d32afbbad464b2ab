-- Messages on their way out, messages already dealt with, and messages that nobody could deal with.

CREATE TABLE Outbox (
  Id        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  MessageId TEXT NOT NULL UNIQUE,
  Type      TEXT NOT NULL,
  Body      TEXT NOT NULL,
  CreatedAt TEXT NOT NULL
) STRICT;

CREATE TABLE Inbox (
  MessageId  TEXT NOT NULL,
  Consumer   TEXT NOT NULL,
  ReceivedAt TEXT NOT NULL,
  PRIMARY KEY (MessageId, Consumer)
) STRICT, WITHOUT ROWID;

CREATE TABLE ParkedMessage (
  Id         TEXT NOT NULL PRIMARY KEY,
  MessageId  TEXT NOT NULL,
  Type       TEXT NOT NULL,
  Body       TEXT NOT NULL,
  Consumer   TEXT NOT NULL,
  Reason     TEXT NOT NULL,
  ParkedAt   TEXT NOT NULL,
  ReplayedAt TEXT
) STRICT;
CREATE INDEX IX_ParkedMessage_Parked ON ParkedMessage (ParkedAt, Id);
