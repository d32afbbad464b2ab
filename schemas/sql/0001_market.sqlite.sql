-- Organisations, listings and needs, with every revision they ever had.
-- Ids are UUIDs and times UTC ISO 8601, both as text; money is whole minor units.

-- One row per sequence. Taken as the last statement before commit, so that its order is commit order.
CREATE TABLE Counter (
  Name  TEXT NOT NULL PRIMARY KEY,
  Value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO Counter (Name, Value) VALUES ('market', 0), ('events', 0);

CREATE TABLE Organisation (
  Id         TEXT NOT NULL PRIMARY KEY,
  Revision   INTEGER NOT NULL,
  Name       TEXT NOT NULL,
  Kind       TEXT NOT NULL,
  CreditCode TEXT,
  RegionCode TEXT NOT NULL,
  Nature     TEXT,
  CreatedAt  TEXT NOT NULL,
  UpdatedAt  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX UX_Organisation_CreditCode ON Organisation (CreditCode) WHERE CreditCode IS NOT NULL;
CREATE INDEX IX_Organisation_Created ON Organisation (CreatedAt, Id);

CREATE TABLE Listing (
  Id                    TEXT NOT NULL PRIMARY KEY,
  Revision              INTEGER NOT NULL,
  State                 TEXT NOT NULL,
  OrganisationId        TEXT REFERENCES Organisation (Id),
  ExternalRef           TEXT,
  ContentHash           TEXT NOT NULL,
  Title                 TEXT NOT NULL,
  Summary               TEXT,
  Description           TEXT,
  Keywords              TEXT NOT NULL,
  Fields                TEXT NOT NULL,
  Trl                   INTEGER,
  Ip                    TEXT NOT NULL,
  CooperationModes      TEXT NOT NULL,
  RegionCode            TEXT,
  AskingPriceCurrency   TEXT,
  AskingPriceMinorUnits INTEGER,
  Language              TEXT NOT NULL,
  CreatedAt             TEXT NOT NULL,
  UpdatedAt             TEXT NOT NULL,
  PublishedAt           TEXT,
  ExpiresOn             TEXT,
  ChangeSeq             INTEGER NOT NULL
) STRICT;
CREATE INDEX IX_Listing_ChangeSeq ON Listing (ChangeSeq);
CREATE INDEX IX_Listing_Created ON Listing (CreatedAt, Id);
CREATE INDEX IX_Listing_Expires ON Listing (ExpiresOn) WHERE State = 'published';
CREATE UNIQUE INDEX UX_Listing_ExternalRef ON Listing (COALESCE(OrganisationId, ''), ExternalRef) WHERE ExternalRef IS NOT NULL;

CREATE TABLE Need (
  Id               TEXT NOT NULL PRIMARY KEY,
  Revision         INTEGER NOT NULL,
  State            TEXT NOT NULL,
  OrganisationId   TEXT REFERENCES Organisation (Id),
  ExternalRef      TEXT,
  ContentHash      TEXT NOT NULL,
  Title            TEXT NOT NULL,
  Description      TEXT,
  Keywords         TEXT NOT NULL,
  Fields           TEXT NOT NULL,
  MinTrl           INTEGER,
  CooperationModes TEXT NOT NULL,
  RegionCode       TEXT,
  BudgetCurrency   TEXT,
  BudgetMinorUnits INTEGER,
  Deadline         TEXT,
  Visibility       TEXT NOT NULL,
  BlindSummary     TEXT,
  Language         TEXT NOT NULL,
  CreatedAt        TEXT NOT NULL,
  UpdatedAt        TEXT NOT NULL,
  PublishedAt      TEXT,
  ExpiresOn        TEXT,
  ChangeSeq        INTEGER NOT NULL
) STRICT;
CREATE INDEX IX_Need_ChangeSeq ON Need (ChangeSeq);
CREATE INDEX IX_Need_Created ON Need (CreatedAt, Id);
CREATE INDEX IX_Need_Expires ON Need (ExpiresOn) WHERE State = 'published';
CREATE UNIQUE INDEX UX_Need_ExternalRef ON Need (COALESCE(OrganisationId, ''), ExternalRef) WHERE ExternalRef IS NOT NULL;

-- Every revision of either side with its place in commit order: a score can be replayed on the market as it was.
CREATE TABLE MarketRevision (
  ChangeSeq INTEGER NOT NULL PRIMARY KEY,
  Side      TEXT NOT NULL,
  ItemId    TEXT NOT NULL,
  Revision  INTEGER NOT NULL,
  State     TEXT NOT NULL,
  Content   TEXT NOT NULL,
  At        TEXT NOT NULL,
  UNIQUE (ItemId, Revision)
) STRICT;
