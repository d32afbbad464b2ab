-- Evidence of contracts, signings of investments with a ledger of their own, and the ceremonies at which both are signed.

-- What was uploaded stays as it was; the only change is that it is withdrawn, once. The file lies under its SHA-256 outside the database.
CREATE TABLE Evidence (
  Id              uniqueidentifier NOT NULL CONSTRAINT PK_Evidence PRIMARY KEY,
  DealId          uniqueidentifier NOT NULL CONSTRAINT FK_Evidence_DealId REFERENCES Deal (Id),
  Kind            nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  FileName        nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Format          nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Length          bigint NOT NULL,
  Sha256          nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
  Note            nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  UploadedBy      uniqueidentifier NOT NULL,
  UploadedFor     nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  OrganisationId  uniqueidentifier NULL,
  UploadedAt      datetimeoffset(7) NOT NULL,
  WithdrawnAt     datetimeoffset(7) NULL,
  WithdrawnBy     uniqueidentifier NULL,
  WithdrawnReason nvarchar(max) COLLATE Latin1_General_BIN2 NULL
);
CREATE INDEX IX_Evidence_Deal ON Evidence (DealId, UploadedAt, Id);
CREATE INDEX IX_Evidence_Sha256 ON Evidence (Sha256);
-- The same file once on a deal; what was withdrawn may come again.
CREATE UNIQUE INDEX UX_Evidence_Content ON Evidence (DealId, Sha256) WHERE WithdrawnAt IS NULL;

-- What the virus scanner said of a content, by its SHA-256; the last line counts.
CREATE TABLE EvidenceVerdict (
  Seq    bigint IDENTITY(1, 1) NOT NULL CONSTRAINT PK_EvidenceVerdict PRIMARY KEY,
  Sha256 nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
  Clean  bit NOT NULL,
  At     datetimeoffset(7) NOT NULL
);
CREATE INDEX IX_EvidenceVerdict_Sha256 ON EvidenceVerdict (Sha256, Seq);

CREATE TABLE Ceremony (
  Id            uniqueidentifier NOT NULL CONSTRAINT PK_Ceremony PRIMARY KEY,
  Title         nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  HeldOn        date NOT NULL,
  Place         nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  OrganiserNote nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  RecordedBy    uniqueidentifier NOT NULL,
  CreatedAt     datetimeoffset(7) NOT NULL
);
CREATE INDEX IX_Ceremony_Created ON Ceremony (CreatedAt, Id);
CREATE INDEX IX_Deal_Ceremony ON Deal (CeremonyId) WHERE CeremonyId IS NOT NULL;

-- Not technology contracts: never in Deal, LedgerLine or any figure made of them. The only change is the reversal, once.
CREATE TABLE Investment (
  Id                 uniqueidentifier NOT NULL CONSTRAINT PK_Investment PRIMARY KEY,
  Title              nvarchar(450) COLLATE Latin1_General_BIN2 NOT NULL,
  Currency           nvarchar(3) COLLATE Latin1_General_BIN2 NOT NULL,
  AmountMinorUnits   bigint NOT NULL,
  Investors          nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  Recipient          nvarchar(300) COLLATE Latin1_General_BIN2 NOT NULL,
  RegionCode         nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
  Industry           nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
  SignedOn           date NOT NULL,
  ParkOrganisationId uniqueidentifier NULL CONSTRAINT FK_Investment_ParkOrganisationId REFERENCES Organisation (Id),
  CeremonyId         uniqueidentifier NULL CONSTRAINT FK_Investment_CeremonyId REFERENCES Ceremony (Id),
  Note               nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  RecordedBy         uniqueidentifier NOT NULL,
  CreatedAt          datetimeoffset(7) NOT NULL,
  ReversedAt         datetimeoffset(7) NULL,
  ReversedBy         uniqueidentifier NULL,
  ReversalReason     nvarchar(max) COLLATE Latin1_General_BIN2 NULL
);
CREATE INDEX IX_Investment_Created ON Investment (CreatedAt, Id);
CREATE INDEX IX_Investment_Ceremony ON Investment (CeremonyId) WHERE CeremonyId IS NOT NULL;
-- One signing, one entry; what was reversed may be recorded again.
CREATE UNIQUE INDEX UX_Investment_Signing ON Investment (Title, Recipient, SignedOn, Currency, AmountMinorUnits) WHERE ReversedAt IS NULL;

-- Every figure of investments comes from here, as those of contracts come from LedgerLine: a reversal is a line of the same day, region and
-- industry with the negative amount and the number of the line that it takes back; RecordedAt tells what was known when.
CREATE TABLE InvestmentLine (
  Seq              bigint IDENTITY(1, 1) NOT NULL CONSTRAINT PK_InvestmentLine PRIMARY KEY,
  InvestmentId     uniqueidentifier NOT NULL CONSTRAINT FK_InvestmentLine_InvestmentId REFERENCES Investment (Id),
  Day              date NOT NULL,
  RegionCode       nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
  Industry         nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
  Currency         nvarchar(3) COLLATE Latin1_General_BIN2 NOT NULL,
  AmountMinorUnits bigint NOT NULL,
  RecordedAt       datetimeoffset(7) NOT NULL,
  RecordedBy       uniqueidentifier NOT NULL,
  ReversesSeq      bigint NULL CONSTRAINT FK_InvestmentLine_ReversesSeq REFERENCES InvestmentLine (Seq)
);
CREATE INDEX IX_InvestmentLine_Investment ON InvestmentLine (InvestmentId, Seq);
CREATE INDEX IX_InvestmentLine_Day ON InvestmentLine (Day);
CREATE UNIQUE INDEX UX_InvestmentLine_Reverses ON InvestmentLine (ReversesSeq) WHERE ReversesSeq IS NOT NULL;
