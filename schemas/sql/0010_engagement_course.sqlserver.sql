-- Engagements beyond the introduction: where they came from, price and publicity, what was agreed, meetings, and the managers who share the credit.

-- Null where the program proposed it.
ALTER TABLE Engagement ALTER COLUMN LoggedBy uniqueidentifier NULL;

ALTER TABLE Engagement ADD IntroducedAt datetimeoffset(7) NULL;
ALTER TABLE Engagement ADD PriceMode nvarchar(60) COLLATE Latin1_General_BIN2 NULL;
ALTER TABLE Engagement ADD PriceCurrency nvarchar(3) COLLATE Latin1_General_BIN2 NULL;
ALTER TABLE Engagement ADD PriceMinorUnits bigint NULL;

-- The first day of the run of the publicity clock that counts, and how many days it has to run.
ALTER TABLE Engagement ADD PublicityFrom date NULL;
ALTER TABLE Engagement ADD PublicityDays int NULL;

-- The first day after that run, so that a query need not reckon with days.
ALTER TABLE Engagement ADD PublicityUntil date NULL;

-- memorandum or letterOfIntent: an outcome of its own, never a contract.
ALTER TABLE Engagement ADD Outcome nvarchar(60) COLLATE Latin1_General_BIN2 NULL;
ALTER TABLE Engagement ADD OutcomeOn date NULL;

-- By when the manager to whom it was dispatched has to take it on; null once that is done.
ALTER TABLE Engagement ADD AcceptBy datetimeoffset(7) NULL;
GO

CREATE INDEX IX_Engagement_State ON Engagement (State, CreatedAt, Id);
CREATE INDEX IX_Engagement_AcceptBy ON Engagement (AcceptBy) WHERE AcceptBy IS NOT NULL;

-- Sequence counts the invitations that went out for it (RFC 5545 SEQUENCE).
CREATE TABLE Meeting (
  Id           uniqueidentifier NOT NULL CONSTRAINT PK_Meeting PRIMARY KEY,
  EngagementId uniqueidentifier NOT NULL CONSTRAINT FK_Meeting_EngagementId REFERENCES Engagement (Id),
  State        nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  StartsAt     datetimeoffset(7) NOT NULL,
  EndsAt       datetimeoffset(7) NULL,
  Place        nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  Agenda       nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  Note         nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  Outcome      nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  Shared       bit NOT NULL,
  CancelReason nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  Sequence     int NOT NULL,
  CreatedBy    uniqueidentifier NOT NULL CONSTRAINT FK_Meeting_CreatedBy REFERENCES Account (Id),
  CreatedAt    datetimeoffset(7) NOT NULL,
  UpdatedAt    datetimeoffset(7) NOT NULL
);
CREATE INDEX IX_Meeting_Engagement ON Meeting (EngagementId, StartsAt);
