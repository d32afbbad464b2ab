-- Listings and needs that may be the same thing twice: their keys, the pairs that were found, and what a merge did.

-- A merged item has State 'merged', so that whoever looks for what is on the market passes it by; MergedState is what it comes back to.
ALTER TABLE Listing ADD COLUMN MergedInto TEXT REFERENCES Listing (Id);
ALTER TABLE Listing ADD COLUMN MergedState TEXT;
ALTER TABLE Need ADD COLUMN MergedInto TEXT REFERENCES Need (Id);
ALTER TABLE Need ADD COLUMN MergedState TEXT;

-- Value is a hash of the reason and of what it stands for: nothing of a hidden item can be read here. Every item has at least one key;
-- those without are from before this script, and the program fills them in.
CREATE TABLE DuplicateKey (
  Side   TEXT NOT NULL,
  Value  TEXT NOT NULL,
  ItemId TEXT NOT NULL,
  Reason TEXT NOT NULL,
  PRIMARY KEY (Side, Value, ItemId)
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_DuplicateKey_Item ON DuplicateKey (ItemId);

-- A is the older of the two. Shared is a hash of the keys that both have. OwnerId is the organisation or person that has both; null where
-- they have different owners. State: open, merged, dismissed, resolved, or obsolete when they have no key in common any more.
CREATE TABLE Duplicate (
  Id        TEXT NOT NULL PRIMARY KEY,
  Side      TEXT NOT NULL,
  AId       TEXT NOT NULL,
  BId       TEXT NOT NULL,
  Because   TEXT NOT NULL,
  Shared    TEXT NOT NULL,
  OwnerId   TEXT,
  State     TEXT NOT NULL,
  KeepId    TEXT,
  Decision  TEXT,
  Note      TEXT,
  FoundAt   TEXT NOT NULL,
  DecidedAt TEXT,
  DecidedBy TEXT
) STRICT;
CREATE UNIQUE INDEX UX_Duplicate_Pair ON Duplicate (AId, BId);
CREATE INDEX IX_Duplicate_B ON Duplicate (BId);
CREATE INDEX IX_Duplicate_Found ON Duplicate (State, FoundAt, Id);
CREATE INDEX IX_Duplicate_Owner ON Duplicate (OwnerId, FoundAt, Id) WHERE OwnerId IS NOT NULL;

-- What a merge did to an engagement: taken along (StateBefore is its state still) or closed. Revision is what that made; a later one means
-- that somebody has worked on it since. The rows go when the merge is taken back.
CREATE TABLE DuplicateMove (
  DuplicateId  TEXT NOT NULL REFERENCES Duplicate (Id),
  EngagementId TEXT NOT NULL REFERENCES Engagement (Id),
  FromId       TEXT NOT NULL,
  StateBefore  TEXT NOT NULL,
  Closed       INTEGER NOT NULL,
  Revision     INTEGER NOT NULL,
  PRIMARY KEY (DuplicateId, EngagementId)
) STRICT, WITHOUT ROWID;
