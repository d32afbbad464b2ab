-- Organisations, listings and needs, with every revision they ever had.
-- Money is whole minor units. Text is compared letter by letter, whatever the database's own collation, as every other database here does it.

-- One row per sequence. Taken as the last statement before commit, so that its order is commit order. 'writer' is taken first: whose turn it is.
CREATE TABLE Counter (
  Name  nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT PK_Counter PRIMARY KEY,
  Value bigint NOT NULL
);
INSERT INTO Counter (Name, Value) VALUES ('market', 0), ('events', 0), ('writer', 0);

CREATE TABLE Organisation (
  Id         uniqueidentifier NOT NULL CONSTRAINT PK_Organisation PRIMARY KEY,
  Revision   int NOT NULL,
  Name       nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  Kind       nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  CreditCode nvarchar(40) COLLATE Latin1_General_BIN2 NULL,
  RegionCode nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
  Nature     nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
  CreatedAt  datetimeoffset(7) NOT NULL,
  UpdatedAt  datetimeoffset(7) NOT NULL
);
CREATE UNIQUE INDEX UX_Organisation_CreditCode ON Organisation (CreditCode) WHERE CreditCode IS NOT NULL;
CREATE INDEX IX_Organisation_Created ON Organisation (CreatedAt, Id);

CREATE TABLE Listing (
  Id                    uniqueidentifier NOT NULL CONSTRAINT PK_Listing PRIMARY KEY,
  Revision              int NOT NULL,
  State                 nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  OrganisationId        uniqueidentifier NULL CONSTRAINT FK_Listing_OrganisationId REFERENCES Organisation (Id),
  ExternalRef           nvarchar(400) COLLATE Latin1_General_BIN2 NULL,
  ContentHash           nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  Title                 nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Summary               nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  Description           nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  Keywords              nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Fields                nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Trl                   int NULL,
  Ip                    nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  CooperationModes      nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  RegionCode            nvarchar(20) COLLATE Latin1_General_BIN2 NULL,
  AskingPriceCurrency   nvarchar(3) COLLATE Latin1_General_BIN2 NULL,
  AskingPriceMinorUnits bigint NULL,
  Language              nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  CreatedAt             datetimeoffset(7) NOT NULL,
  UpdatedAt             datetimeoffset(7) NOT NULL,
  PublishedAt           datetimeoffset(7) NULL,
  ExpiresOn             date NULL,
  ChangeSeq             bigint NOT NULL
);
CREATE INDEX IX_Listing_ChangeSeq ON Listing (ChangeSeq);
CREATE INDEX IX_Listing_Created ON Listing (CreatedAt, Id);
CREATE INDEX IX_Listing_Expires ON Listing (ExpiresOn) WHERE State = 'published';
CREATE UNIQUE INDEX UX_Listing_ExternalRef ON Listing (OrganisationId, ExternalRef) WHERE ExternalRef IS NOT NULL;

CREATE TABLE Need (
  Id               uniqueidentifier NOT NULL CONSTRAINT PK_Need PRIMARY KEY,
  Revision         int NOT NULL,
  State            nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  OrganisationId   uniqueidentifier NULL CONSTRAINT FK_Need_OrganisationId REFERENCES Organisation (Id),
  ExternalRef      nvarchar(400) COLLATE Latin1_General_BIN2 NULL,
  ContentHash      nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  Title            nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Description      nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  Keywords         nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Fields           nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  MinTrl           int NULL,
  CooperationModes nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  RegionCode       nvarchar(20) COLLATE Latin1_General_BIN2 NULL,
  BudgetCurrency   nvarchar(3) COLLATE Latin1_General_BIN2 NULL,
  BudgetMinorUnits bigint NULL,
  Deadline         date NULL,
  Visibility       nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  BlindSummary     nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  Language         nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  CreatedAt        datetimeoffset(7) NOT NULL,
  UpdatedAt        datetimeoffset(7) NOT NULL,
  PublishedAt      datetimeoffset(7) NULL,
  ExpiresOn        date NULL,
  ChangeSeq        bigint NOT NULL
);
CREATE INDEX IX_Need_ChangeSeq ON Need (ChangeSeq);
CREATE INDEX IX_Need_Created ON Need (CreatedAt, Id);
CREATE INDEX IX_Need_Expires ON Need (ExpiresOn) WHERE State = 'published';
CREATE UNIQUE INDEX UX_Need_ExternalRef ON Need (OrganisationId, ExternalRef) WHERE ExternalRef IS NOT NULL;

-- Every revision of either side with its place in commit order: a score can be replayed on the market as it was.
CREATE TABLE MarketRevision (
  ChangeSeq bigint NOT NULL CONSTRAINT PK_MarketRevision PRIMARY KEY,
  Side      nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  ItemId    uniqueidentifier NOT NULL,
  Revision  int NOT NULL,
  State     nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Content   nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  At        datetimeoffset(7) NOT NULL,
  CONSTRAINT UQ_MarketRevision_ItemId_Revision UNIQUE (ItemId, Revision)
);
