-- One row per pair (Id has no index: pairs are found by their ends, and an index of random ids would cost as much as all the rest), the feed of the live stream, and answers already given to an Idempotency-Key.

CREATE TABLE Match (
  Id              uniqueidentifier NOT NULL,
  ListingId       uniqueidentifier NOT NULL CONSTRAINT FK_Match_ListingId REFERENCES Listing (Id),
  NeedId          uniqueidentifier NOT NULL CONSTRAINT FK_Match_NeedId REFERENCES Need (Id),
  ListingRevision int NOT NULL,
  NeedRevision    int NOT NULL,
  Score           float NOT NULL,
  Level           int NOT NULL,
  Contributions   nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  EngineVersion   nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  MarketSeq       bigint NOT NULL,
  ScoredAt        datetimeoffset(7) NOT NULL,
  ProposedAt      datetimeoffset(7) NULL,
  CONSTRAINT UQ_Match_ListingId_NeedId UNIQUE (ListingId, NeedId)
);
CREATE INDEX IX_Match_Need ON Match (NeedId, Score DESC);

CREATE TABLE Event (
  Seq  bigint NOT NULL CONSTRAINT PK_Event PRIMARY KEY,
  Kind nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Body nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  At   datetimeoffset(7) NOT NULL
);

CREATE TABLE IdempotentAnswer (
  RequestKey  nvarchar(450) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT PK_IdempotentAnswer PRIMARY KEY,
  RequestHash nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  Status      int NOT NULL,
  Headers     nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Body        nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  At          datetimeoffset(7) NOT NULL
);
