-- Technology managers: what they know, when they are there, what was dispatched to them, and how they share the credit.

-- Fields, regions and languages are JSON lists of codes.
CREATE TABLE ManagerProfile (
  AccountId TEXT NOT NULL PRIMARY KEY REFERENCES Account (Id),
  Revision  INTEGER NOT NULL,
  Level     TEXT NOT NULL,
  Fields    TEXT NOT NULL,
  Regions   TEXT NOT NULL,
  Languages TEXT NOT NULL,
  Employer  TEXT,
  Source    TEXT,
  Capacity  INTEGER NOT NULL,
  UpdatedAt TEXT NOT NULL
) STRICT;

-- EndsAt is the first moment after it, here and below.
CREATE TABLE ManagerShift (
  Id        TEXT NOT NULL PRIMARY KEY,
  AccountId TEXT NOT NULL REFERENCES Account (Id),
  StartsAt  TEXT NOT NULL,
  EndsAt    TEXT NOT NULL,
  Desk      TEXT NOT NULL
) STRICT;
CREATE INDEX IX_ManagerShift_Account ON ManagerShift (AccountId, StartsAt);
CREATE INDEX IX_ManagerShift_Time ON ManagerShift (StartsAt, EndsAt);

CREATE TABLE ManagerAbsence (
  Id        TEXT NOT NULL PRIMARY KEY,
  AccountId TEXT NOT NULL REFERENCES Account (Id),
  StartsAt  TEXT NOT NULL,
  EndsAt    TEXT NOT NULL,
  Reason    TEXT
) STRICT;
CREATE INDEX IX_ManagerAbsence_Account ON ManagerAbsence (AccountId, StartsAt);

-- Who passed on an engagement or let it lapse (Kind pass or lapse): it is never dispatched to them again.
CREATE TABLE DispatchRefusal (
  EngagementId TEXT NOT NULL REFERENCES Engagement (Id),
  ManagerId    TEXT NOT NULL,
  Kind         TEXT NOT NULL,
  At           TEXT NOT NULL,
  PRIMARY KEY (EngagementId, ManagerId)
) STRICT, WITHOUT ROWID;

-- The program has given up on it: an organiser decides. It counts as long as nobody runs the engagement.
CREATE TABLE DispatchEscalation (
  EngagementId TEXT NOT NULL PRIMARY KEY REFERENCES Engagement (Id),
  At           TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Hundredths of a per cent; the rows of an engagement make 10,000.
CREATE TABLE CreditShare (
  EngagementId TEXT NOT NULL REFERENCES Engagement (Id),
  ManagerId    TEXT NOT NULL,
  BasisPoints  INTEGER NOT NULL,
  PRIMARY KEY (EngagementId, ManagerId)
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_CreditShare_Manager ON CreditShare (ManagerId);

-- Load and success of every manager come from the index alone.
CREATE INDEX IX_Engagement_ManagerState ON Engagement (ManagerId, State) WHERE ManagerId IS NOT NULL;

-- What the program proposed and nobody runs: what the dispatcher has to do.
CREATE INDEX IX_Engagement_Waiting ON Engagement (CreatedAt, Id) WHERE ManagerId IS NULL AND LoggedBy IS NULL AND State <> 'closed';

-- Pairs that the program may propose and has not yet; level 4 is where it begins, unless a centre says otherwise.
CREATE INDEX IX_Match_Strong ON Match (ListingId, NeedId) WHERE Level = 4;
