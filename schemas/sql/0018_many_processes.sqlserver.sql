-- Several processes on one database: who does what alone, who is there, and where a message came from.

-- A row is its relay's until then; another relay takes it over afterwards. NULL: nobody has taken it.
ALTER TABLE Outbox ADD LeasedBy nvarchar(200) COLLATE Latin1_General_BIN2 NULL;
ALTER TABLE Outbox ADD LeasedUntil datetimeoffset(7) NULL;

-- W3C trace context of the request or message that caused this one.
ALTER TABLE Outbox ADD TraceParent nvarchar(100) COLLATE Latin1_General_BIN2 NULL;

-- Work that one process at a time may do. Fence grows with each new holder: whoever was stopped past its time and wakes has an old one.
CREATE TABLE Lease (
  Name   nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT PK_Lease PRIMARY KEY,
  Holder nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  Fence  bigint NOT NULL,
  Until  datetimeoffset(7) NOT NULL
);

-- The processes that work on this database, as they said themselves when last seen.
CREATE TABLE Process (
  Id        uniqueidentifier NOT NULL CONSTRAINT PK_Process PRIMARY KEY,
  Role      nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Host      nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  Version   nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  StartedAt datetimeoffset(7) NOT NULL,
  SeenAt    datetimeoffset(7) NOT NULL,
  Report    nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL
);

-- For taking away what is old: of a large table only that is looked at. Events go by their number, and their readers with them.
CREATE INDEX IX_Inbox_Received ON Inbox (ReceivedAt);
CREATE INDEX IX_EventReader_Seq ON EventReader (Seq);
CREATE INDEX IX_ParkedMessage_Replayed ON ParkedMessage (ReplayedAt) WHERE ReplayedAt IS NOT NULL;
