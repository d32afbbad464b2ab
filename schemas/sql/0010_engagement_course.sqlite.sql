-- Engagements beyond the introduction: where they came from, price and publicity, what was agreed, meetings, and the managers who share the credit.

-- Null where the program proposed it.
ALTER TABLE Engagement ADD COLUMN ProposedBy TEXT;
UPDATE Engagement SET ProposedBy = LoggedBy;
ALTER TABLE Engagement DROP COLUMN LoggedBy;
ALTER TABLE Engagement RENAME COLUMN ProposedBy TO LoggedBy;

ALTER TABLE Engagement ADD COLUMN IntroducedAt TEXT;
ALTER TABLE Engagement ADD COLUMN PriceMode TEXT;
ALTER TABLE Engagement ADD COLUMN PriceCurrency TEXT;
ALTER TABLE Engagement ADD COLUMN PriceMinorUnits INTEGER;

-- The first day of the run of the publicity clock that counts, and how many days it has to run.
ALTER TABLE Engagement ADD COLUMN PublicityFrom TEXT;
ALTER TABLE Engagement ADD COLUMN PublicityDays INTEGER;

-- The first day after that run, so that a query need not reckon with days.
ALTER TABLE Engagement ADD COLUMN PublicityUntil TEXT;

-- memorandum or letterOfIntent: an outcome of its own, never a contract.
ALTER TABLE Engagement ADD COLUMN Outcome TEXT;
ALTER TABLE Engagement ADD COLUMN OutcomeOn TEXT;

-- By when the manager to whom it was dispatched has to take it on; null once that is done.
ALTER TABLE Engagement ADD COLUMN AcceptBy TEXT;

CREATE INDEX IX_Engagement_State ON Engagement (State, CreatedAt, Id);
CREATE INDEX IX_Engagement_AcceptBy ON Engagement (AcceptBy) WHERE AcceptBy IS NOT NULL;

-- Sequence counts the invitations that went out for it (RFC 5545 SEQUENCE).
CREATE TABLE Meeting (
  Id           TEXT NOT NULL PRIMARY KEY,
  EngagementId TEXT NOT NULL REFERENCES Engagement (Id),
  State        TEXT NOT NULL,
  StartsAt     TEXT NOT NULL,
  EndsAt       TEXT,
  Place        TEXT,
  Agenda       TEXT,
  Note         TEXT,
  Outcome      TEXT,
  Shared       INTEGER NOT NULL,
  CancelReason TEXT,
  Sequence     INTEGER NOT NULL,
  CreatedBy    TEXT NOT NULL REFERENCES Account (Id),
  CreatedAt    TEXT NOT NULL,
  UpdatedAt    TEXT NOT NULL
) STRICT;
CREATE INDEX IX_Meeting_Engagement ON Meeting (EngagementId, StartsAt);
