-- Listings and needs that may be the same thing twice: their keys, the pairs that were found, and what a merge did.

-- A merged item has State 'merged', so that whoever looks for what is on the market passes it by; MergedState is what it comes back to.
ALTER TABLE Listing ADD MergedInto uniqueidentifier NULL CONSTRAINT FK_Listing_MergedInto REFERENCES Listing (Id);
ALTER TABLE Listing ADD MergedState nvarchar(60) COLLATE Latin1_General_BIN2 NULL;
ALTER TABLE Need ADD MergedInto uniqueidentifier NULL CONSTRAINT FK_Need_MergedInto REFERENCES Need (Id);
ALTER TABLE Need ADD MergedState nvarchar(60) COLLATE Latin1_General_BIN2 NULL;

-- Value is a hash of the reason and of what it stands for: nothing of a hidden item can be read here. Every item has at least one key;
-- those without are from before this script, and the program fills them in.
CREATE TABLE DuplicateKey (
  Side   nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Value  nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  ItemId uniqueidentifier NOT NULL,
  Reason nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  CONSTRAINT PK_DuplicateKey PRIMARY KEY (Side, Value, ItemId)
);
CREATE INDEX IX_DuplicateKey_Item ON DuplicateKey (ItemId);

-- A is the older of the two. Shared is a hash of the keys that both have. OwnerId is the organisation or person that has both; null where
-- they have different owners. State: open, merged, dismissed, resolved, or obsolete when they have no key in common any more.
CREATE TABLE Duplicate (
  Id        uniqueidentifier NOT NULL CONSTRAINT PK_Duplicate PRIMARY KEY,
  Side      nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  AId       uniqueidentifier NOT NULL,
  BId       uniqueidentifier NOT NULL,
  Because   nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Shared    nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  OwnerId   uniqueidentifier NULL,
  State     nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  KeepId    uniqueidentifier NULL,
  Decision  nvarchar(60) COLLATE Latin1_General_BIN2 NULL,
  Note      nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  FoundAt   datetimeoffset(7) NOT NULL,
  DecidedAt datetimeoffset(7) NULL,
  DecidedBy uniqueidentifier NULL
);
CREATE UNIQUE INDEX UX_Duplicate_Pair ON Duplicate (AId, BId);
CREATE INDEX IX_Duplicate_B ON Duplicate (BId);
CREATE INDEX IX_Duplicate_Found ON Duplicate (State, FoundAt, Id);
CREATE INDEX IX_Duplicate_Owner ON Duplicate (OwnerId, FoundAt, Id) WHERE OwnerId IS NOT NULL;

-- What a merge did to an engagement: taken along (StateBefore is its state still) or closed. Revision is what that made; a later one means
-- that somebody has worked on it since. The rows go when the merge is taken back.
CREATE TABLE DuplicateMove (
  DuplicateId  uniqueidentifier NOT NULL CONSTRAINT FK_DuplicateMove_DuplicateId REFERENCES Duplicate (Id),
  EngagementId uniqueidentifier NOT NULL CONSTRAINT FK_DuplicateMove_EngagementId REFERENCES Engagement (Id),
  FromId       uniqueidentifier NOT NULL,
  StateBefore  nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Closed       bit NOT NULL,
  Revision     int NOT NULL,
  CONSTRAINT PK_DuplicateMove PRIMARY KEY (DuplicateId, EngagementId)
);
