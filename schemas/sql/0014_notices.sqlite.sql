-- Who is told of what, and how it is carried out of the house. None of it holds a word of a listing or need: a notice is rendered for its reader
-- from ids and codes at the moment at which it is shown or sent.

CREATE TABLE Notice (
  Id           TEXT NOT NULL PRIMARY KEY,
  AccountId    TEXT NOT NULL REFERENCES Account (Id),
  Kind         TEXT NOT NULL,
  EngagementId TEXT REFERENCES Engagement (Id),
  DealId       TEXT REFERENCES Deal (Id),
  WebhookId    TEXT,
  -- The number of the log entry that it is about.
  Seq          INTEGER NOT NULL,
  At           TEXT NOT NULL,
  ReadAt       TEXT,
  -- The mail that carries it, or the day on which the daily one does.
  DeliveryId   TEXT,
  DigestOn     TEXT
) STRICT;
CREATE INDEX IX_Notice_Account ON Notice (AccountId, At, Id);
CREATE INDEX IX_Notice_Unread ON Notice (AccountId) WHERE ReadAt IS NULL;
CREATE INDEX IX_Notice_Read ON Notice (ReadAt) WHERE ReadAt IS NOT NULL;
CREATE INDEX IX_Notice_At ON Notice (At) WHERE ReadAt IS NULL;
CREATE INDEX IX_Notice_Delivery ON Notice (DeliveryId) WHERE DeliveryId IS NOT NULL;
CREATE INDEX IX_Notice_Digest ON Notice (DigestOn) WHERE DigestOn IS NOT NULL AND DeliveryId IS NULL;

CREATE TABLE NoticeSettings (
  AccountId TEXT NOT NULL PRIMARY KEY REFERENCES Account (Id),
  Language  TEXT NOT NULL,
  Mail      TEXT NOT NULL,
  -- JSON list of the kinds that are mailed; null for all.
  MailKinds TEXT
) STRICT, WITHOUT ROWID;

-- OrganisationId is null where it hears of everything: those of the centre.
CREATE TABLE Webhook (
  Id             TEXT NOT NULL PRIMARY KEY,
  OrganisationId TEXT REFERENCES Organisation (Id),
  CreatedBy      TEXT NOT NULL,
  Url            TEXT NOT NULL,
  Kinds          TEXT NOT NULL,
  -- Encrypted with the installation's data-protection keys.
  Secret         TEXT NOT NULL,
  CreatedAt      TEXT NOT NULL,
  DisabledAt     TEXT,
  DisabledFor    TEXT
) STRICT;
CREATE INDEX IX_Webhook_Organisation ON Webhook (OrganisationId);

-- One thing to be carried to one place. Body holds ids and codes only.
CREATE TABLE Delivery (
  Id            TEXT NOT NULL PRIMARY KEY,
  Channel       TEXT NOT NULL,
  AccountId     TEXT REFERENCES Account (Id),
  WebhookId     TEXT,
  Robot         TEXT,
  EngagementId  TEXT,
  DealId        TEXT,
  Kind          TEXT NOT NULL,
  Body          TEXT,
  State         TEXT NOT NULL,
  Attempts      INTEGER NOT NULL,
  NextAttemptAt TEXT,
  LeaseUntil    TEXT,
  LastFault     TEXT,
  CreatedAt     TEXT NOT NULL,
  FinishedAt    TEXT
) STRICT;
CREATE INDEX IX_Delivery_Due ON Delivery (Channel, NextAttemptAt) WHERE State = 'waiting';
CREATE INDEX IX_Delivery_Created ON Delivery (CreatedAt, Id);
CREATE INDEX IX_Delivery_Webhook ON Delivery (WebhookId, CreatedAt, Id) WHERE WebhookId IS NOT NULL;
CREATE INDEX IX_Delivery_Account ON Delivery (AccountId) WHERE AccountId IS NOT NULL;
CREATE INDEX IX_Delivery_Finished ON Delivery (FinishedAt) WHERE FinishedAt IS NOT NULL;

-- When a robot was last spoken to: its rate holds across restarts and processes.
CREATE TABLE RobotPost (
  Robot TEXT NOT NULL,
  At    TEXT NOT NULL
) STRICT;
CREATE INDEX IX_RobotPost_Robot ON RobotPost (Robot, At);
