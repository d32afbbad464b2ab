-- Who is told of what, and how it is carried out of the house. None of it holds a word of a listing or need: a notice is rendered for its reader
-- from ids and codes at the moment at which it is shown or sent.

CREATE TABLE Notice (
  Id           uniqueidentifier NOT NULL CONSTRAINT PK_Notice PRIMARY KEY,
  AccountId    uniqueidentifier NOT NULL CONSTRAINT FK_Notice_AccountId REFERENCES Account (Id),
  Kind         nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  EngagementId uniqueidentifier NULL CONSTRAINT FK_Notice_EngagementId REFERENCES Engagement (Id),
  DealId       uniqueidentifier NULL CONSTRAINT FK_Notice_DealId REFERENCES Deal (Id),
  WebhookId    uniqueidentifier NULL,
  -- The number of the log entry that it is about.
  Seq          int NOT NULL,
  At           datetimeoffset(7) NOT NULL,
  ReadAt       datetimeoffset(7) NULL,
  -- The mail that carries it, or the day on which the daily one does.
  DeliveryId   uniqueidentifier NULL,
  DigestOn     date NULL
);
CREATE INDEX IX_Notice_Account ON Notice (AccountId, At, Id);
CREATE INDEX IX_Notice_Unread ON Notice (AccountId) WHERE ReadAt IS NULL;
CREATE INDEX IX_Notice_Read ON Notice (ReadAt) WHERE ReadAt IS NOT NULL;
CREATE INDEX IX_Notice_At ON Notice (At) WHERE ReadAt IS NULL;
CREATE INDEX IX_Notice_Delivery ON Notice (DeliveryId) WHERE DeliveryId IS NOT NULL;
CREATE INDEX IX_Notice_Digest ON Notice (DigestOn) WHERE DigestOn IS NOT NULL AND DeliveryId IS NULL;

CREATE TABLE NoticeSettings (
  AccountId uniqueidentifier NOT NULL CONSTRAINT PK_NoticeSettings PRIMARY KEY CONSTRAINT FK_NoticeSettings_AccountId REFERENCES Account (Id),
  Language  nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Mail      nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  -- JSON list of the kinds that are mailed; null for all.
  MailKinds nvarchar(max) COLLATE Latin1_General_BIN2 NULL
);

-- OrganisationId is null where it hears of everything: those of the centre.
CREATE TABLE Webhook (
  Id             uniqueidentifier NOT NULL CONSTRAINT PK_Webhook PRIMARY KEY,
  OrganisationId uniqueidentifier NULL CONSTRAINT FK_Webhook_OrganisationId REFERENCES Organisation (Id),
  CreatedBy      uniqueidentifier NOT NULL,
  Url            nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Kinds          nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  -- Encrypted with the installation's data-protection keys.
  Secret         nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  CreatedAt      datetimeoffset(7) NOT NULL,
  DisabledAt     datetimeoffset(7) NULL,
  DisabledFor    nvarchar(60) COLLATE Latin1_General_BIN2 NULL
);
CREATE INDEX IX_Webhook_Organisation ON Webhook (OrganisationId);

-- One thing to be carried to one place. Body holds ids and codes only.
CREATE TABLE Delivery (
  Id            uniqueidentifier NOT NULL CONSTRAINT PK_Delivery PRIMARY KEY,
  Channel       nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  AccountId     uniqueidentifier NULL CONSTRAINT FK_Delivery_AccountId REFERENCES Account (Id),
  WebhookId     uniqueidentifier NULL,
  Robot         nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
  EngagementId  uniqueidentifier NULL,
  DealId        uniqueidentifier NULL,
  Kind          nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Body          nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  State         nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Attempts      int NOT NULL,
  NextAttemptAt datetimeoffset(7) NULL,
  LeaseUntil    datetimeoffset(7) NULL,
  LastFault     nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  CreatedAt     datetimeoffset(7) NOT NULL,
  FinishedAt    datetimeoffset(7) NULL
);
CREATE INDEX IX_Delivery_Due ON Delivery (Channel, NextAttemptAt) WHERE State = 'waiting';
CREATE INDEX IX_Delivery_Created ON Delivery (CreatedAt, Id);
CREATE INDEX IX_Delivery_Webhook ON Delivery (WebhookId, CreatedAt, Id) WHERE WebhookId IS NOT NULL;
CREATE INDEX IX_Delivery_Account ON Delivery (AccountId) WHERE AccountId IS NOT NULL;
CREATE INDEX IX_Delivery_Finished ON Delivery (FinishedAt) WHERE FinishedAt IS NOT NULL;

-- When a robot was last spoken to: its rate holds across restarts and processes.
CREATE TABLE RobotPost (
  Robot nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  At    datetimeoffset(7) NOT NULL
);
CREATE INDEX IX_RobotPost_Robot ON RobotPost (Robot, At);
