-- Technology managers: what they know, when they are there, what was dispatched to them, and how they share the credit.

-- Fields, regions and languages are JSON lists of codes.
CREATE TABLE ManagerProfile (
  AccountId uniqueidentifier NOT NULL CONSTRAINT PK_ManagerProfile PRIMARY KEY CONSTRAINT FK_ManagerProfile_AccountId REFERENCES Account (Id),
  Revision  int NOT NULL,
  Level     nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Fields    nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Regions   nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Languages nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Employer  nvarchar(400) COLLATE Latin1_General_BIN2 NULL,
  Source    nvarchar(400) COLLATE Latin1_General_BIN2 NULL,
  Capacity  int NOT NULL,
  UpdatedAt datetimeoffset(7) NOT NULL
);

-- EndsAt is the first moment after it, here and below.
CREATE TABLE ManagerShift (
  Id        uniqueidentifier NOT NULL CONSTRAINT PK_ManagerShift PRIMARY KEY,
  AccountId uniqueidentifier NOT NULL CONSTRAINT FK_ManagerShift_AccountId REFERENCES Account (Id),
  StartsAt  datetimeoffset(7) NOT NULL,
  EndsAt    datetimeoffset(7) NOT NULL,
  Desk      nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL
);
CREATE INDEX IX_ManagerShift_Account ON ManagerShift (AccountId, StartsAt);
CREATE INDEX IX_ManagerShift_Time ON ManagerShift (StartsAt, EndsAt);

CREATE TABLE ManagerAbsence (
  Id        uniqueidentifier NOT NULL CONSTRAINT PK_ManagerAbsence PRIMARY KEY,
  AccountId uniqueidentifier NOT NULL CONSTRAINT FK_ManagerAbsence_AccountId REFERENCES Account (Id),
  StartsAt  datetimeoffset(7) NOT NULL,
  EndsAt    datetimeoffset(7) NOT NULL,
  Reason    nvarchar(max) COLLATE Latin1_General_BIN2 NULL
);
CREATE INDEX IX_ManagerAbsence_Account ON ManagerAbsence (AccountId, StartsAt);

-- Who passed on an engagement or let it lapse (Kind pass or lapse): it is never dispatched to them again.
CREATE TABLE DispatchRefusal (
  EngagementId uniqueidentifier NOT NULL CONSTRAINT FK_DispatchRefusal_EngagementId REFERENCES Engagement (Id),
  ManagerId    uniqueidentifier NOT NULL,
  Kind         nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  At           datetimeoffset(7) NOT NULL,
  CONSTRAINT PK_DispatchRefusal PRIMARY KEY (EngagementId, ManagerId)
);

-- The program has given up on it: an organiser decides. It counts as long as nobody runs the engagement.
CREATE TABLE DispatchEscalation (
  EngagementId uniqueidentifier NOT NULL CONSTRAINT PK_DispatchEscalation PRIMARY KEY CONSTRAINT FK_DispatchEscalation_EngagementId REFERENCES Engagement (Id),
  At           datetimeoffset(7) NOT NULL
);

-- Hundredths of a per cent; the rows of an engagement make 10,000.
CREATE TABLE CreditShare (
  EngagementId uniqueidentifier NOT NULL CONSTRAINT FK_CreditShare_EngagementId REFERENCES Engagement (Id),
  ManagerId    uniqueidentifier NOT NULL,
  BasisPoints  int NOT NULL,
  CONSTRAINT PK_CreditShare PRIMARY KEY (EngagementId, ManagerId)
);
CREATE INDEX IX_CreditShare_Manager ON CreditShare (ManagerId);

-- Load and success of every manager come from the index alone.
CREATE INDEX IX_Engagement_ManagerState ON Engagement (ManagerId, State) WHERE ManagerId IS NOT NULL;

-- What the program proposed and nobody runs: what the dispatcher has to do.
CREATE INDEX IX_Engagement_Waiting ON Engagement (CreatedAt, Id) WHERE ManagerId IS NULL AND LoggedBy IS NULL AND State <> 'closed';

-- Pairs that the program may propose and has not yet; level 4 is where it begins, unless a centre says otherwise.
CREATE INDEX IX_Match_Strong ON Match (ListingId, NeedId) WHERE Level = 4;
