-- Several processes on one database: who does what alone, who is there, and where a message came from.

-- A row is its relay's until then; another relay takes it over afterwards. NULL: nobody has taken it.
ALTER TABLE Outbox ADD COLUMN LeasedBy TEXT;
ALTER TABLE Outbox ADD COLUMN LeasedUntil TEXT;

-- W3C trace context of the request or message that caused this one.
ALTER TABLE Outbox ADD COLUMN TraceParent TEXT;

-- Work that one process at a time may do. Fence grows with each new holder: whoever was stopped past its time and wakes has an old one.
CREATE TABLE Lease (
  Name   TEXT NOT NULL PRIMARY KEY,
  Holder TEXT NOT NULL,
  Fence  INTEGER NOT NULL,
  Until  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The processes that work on this database, as they said themselves when last seen.
CREATE TABLE Process (
  Id        TEXT NOT NULL PRIMARY KEY,
  Role      TEXT NOT NULL,
  Host      TEXT NOT NULL,
  Version   TEXT NOT NULL,
  StartedAt TEXT NOT NULL,
  SeenAt    TEXT NOT NULL,
  Report    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- For taking away what is old: of a large table only that is looked at. Events go by their number, and their readers with them.
CREATE INDEX IX_Inbox_Received ON Inbox (ReceivedAt);
CREATE INDEX IX_EventReader_Seq ON EventReader (Seq);
CREATE INDEX IX_ParkedMessage_Replayed ON ParkedMessage (ReplayedAt) WHERE ReplayedAt IS NOT NULL;
