-- Messages on their way out, messages already dealt with, and messages that nobody could deal with.

CREATE TABLE Outbox (
  Id        bigint IDENTITY(1, 1) NOT NULL CONSTRAINT PK_Outbox PRIMARY KEY,
  MessageId uniqueidentifier NOT NULL CONSTRAINT UQ_Outbox_MessageId UNIQUE,
  Type      nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  Body      nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  CreatedAt datetimeoffset(7) NOT NULL
);

CREATE TABLE Inbox (
  MessageId  uniqueidentifier NOT NULL,
  Consumer   nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  ReceivedAt datetimeoffset(7) NOT NULL,
  CONSTRAINT PK_Inbox PRIMARY KEY (MessageId, Consumer)
);

CREATE TABLE ParkedMessage (
  Id         uniqueidentifier NOT NULL CONSTRAINT PK_ParkedMessage PRIMARY KEY,
  MessageId  uniqueidentifier NOT NULL,
  Type       nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  Body       nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Consumer   nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  Reason     nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  ParkedAt   datetimeoffset(7) NOT NULL,
  ReplayedAt datetimeoffset(7) NULL
);
CREATE INDEX IX_ParkedMessage_Parked ON ParkedMessage (ParkedAt, Id);
