-- Technology contracts and their ledger. Money is whole minor units; a contract has one currency.

-- What was agreed does not change once it is recorded: a mistake is reversed. SellerRegion to BuyerKind repeat the first party of each side,
-- so that a statistic counts a contract once.
CREATE TABLE Deal (
  Id                   uniqueidentifier NOT NULL CONSTRAINT PK_Deal PRIMARY KEY,
  Revision             int NOT NULL,
  State                nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  EngagementId         uniqueidentifier NULL CONSTRAINT FK_Deal_EngagementId REFERENCES Engagement (Id),
  FollowsDealId        uniqueidentifier NULL CONSTRAINT FK_Deal_FollowsDealId REFERENCES Deal (Id),
  CeremonyId           uniqueidentifier NULL,
  ManagerId            uniqueidentifier NULL,
  ContractType         nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  SubType              nvarchar(60) COLLATE Latin1_General_BIN2 NULL,
  Title                nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  ContractNumber       nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
  Field                nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
  PriceMode            nvarchar(60) COLLATE Latin1_General_BIN2 NULL,
  Currency             nvarchar(3) COLLATE Latin1_General_BIN2 NOT NULL,
  AmountMinorUnits     bigint NOT NULL,
  TechnologyMinorUnits bigint NOT NULL,
  PaymentPlan          nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Terms                nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  SignedOn             date NOT NULL,
  StartsOn             date NULL,
  EndsOn               date NULL,
  SellerRegion         nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
  SellerKind           nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  BuyerRegion          nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
  BuyerKind            nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  RegistrationNumber   nvarchar(40) COLLATE Latin1_General_BIN2 NULL,
  RegisteredOn         date NULL,
  RegistrationPlace    nvarchar(400) COLLATE Latin1_General_BIN2 NULL,
  RefusedOn            date NULL,
  RefusalReason        nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  EndedOn              date NULL,
  EndReason            nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  ReversedAt           datetimeoffset(7) NULL,
  ReversalReason       nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  RecordedBy           uniqueidentifier NOT NULL,
  DecidedBy            uniqueidentifier NULL,
  CreatedAt            datetimeoffset(7) NOT NULL,
  UpdatedAt            datetimeoffset(7) NOT NULL
);
CREATE INDEX IX_Deal_Created ON Deal (CreatedAt, Id);
CREATE INDEX IX_Deal_Engagement ON Deal (EngagementId);
CREATE INDEX IX_Deal_Manager ON Deal (ManagerId);
CREATE INDEX IX_Deal_Follows ON Deal (FollowsDealId) WHERE FollowsDealId IS NOT NULL;
-- One contract, one deal; what was reversed may be recorded again.
CREATE UNIQUE INDEX UX_Deal_RegistrationNumber ON Deal (RegistrationNumber) WHERE RegistrationNumber IS NOT NULL AND ReversedAt IS NULL;

CREATE TABLE DealParty (
  DealId         uniqueidentifier NOT NULL CONSTRAINT FK_DealParty_DealId REFERENCES Deal (Id),
  Ordinal        int NOT NULL,
  Side           nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  OrganisationId uniqueidentifier NULL CONSTRAINT FK_DealParty_OrganisationId REFERENCES Organisation (Id),
  AccountId      uniqueidentifier NULL,
  Name           nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  Kind           nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  RegionCode     nvarchar(20) COLLATE Latin1_General_BIN2 NOT NULL,
  CreditCode     nvarchar(40) COLLATE Latin1_General_BIN2 NULL,
  CONSTRAINT PK_DealParty PRIMARY KEY (DealId, Ordinal)
);
CREATE INDEX IX_DealParty_Organisation ON DealParty (OrganisationId, DealId);
CREATE INDEX IX_DealParty_Account ON DealParty (AccountId, DealId) WHERE AccountId IS NOT NULL;

-- Append-only. Seq is the revision that the action made; Details holds codes, ids and the words of the action.
CREATE TABLE DealLog (
  DealId  uniqueidentifier NOT NULL CONSTRAINT FK_DealLog_DealId REFERENCES Deal (Id),
  Seq     int NOT NULL,
  At      datetimeoffset(7) NOT NULL,
  ActorId uniqueidentifier NULL,
  Action  nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Details nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  CONSTRAINT PK_DealLog PRIMARY KEY (DealId, Seq)
);

-- The number of the last line.
INSERT INTO Counter (Name, Value) VALUES ('ledger', 0);

-- Every figure comes from here. Kind: signed, registered or paid. A reversal is a line of the same kind, day and deal with the negative amounts
-- and the number of the line that it takes back, so that each slice by day adds up to what stands; RecordedAt tells what was known when.
CREATE TABLE LedgerLine (
  Seq                  bigint NOT NULL CONSTRAINT PK_LedgerLine PRIMARY KEY,
  DealId               uniqueidentifier NOT NULL CONSTRAINT FK_LedgerLine_DealId REFERENCES Deal (Id),
  Kind                 nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Day                  date NOT NULL,
  Currency             nvarchar(3) COLLATE Latin1_General_BIN2 NOT NULL,
  AmountMinorUnits     bigint NOT NULL,
  TechnologyMinorUnits bigint NOT NULL,
  Note                 nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  RecordedAt           datetimeoffset(7) NOT NULL,
  RecordedBy           uniqueidentifier NOT NULL,
  ReversesSeq          bigint NULL CONSTRAINT FK_LedgerLine_ReversesSeq REFERENCES LedgerLine (Seq)
);
CREATE INDEX IX_LedgerLine_Deal ON LedgerLine (DealId, Seq);
CREATE INDEX IX_LedgerLine_Kind ON LedgerLine (Kind, Day);
CREATE UNIQUE INDEX UX_LedgerLine_Reverses ON LedgerLine (ReversesSeq) WHERE ReversesSeq IS NOT NULL;
