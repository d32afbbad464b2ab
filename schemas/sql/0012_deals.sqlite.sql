-- Technology contracts and their ledger. Money is whole minor units; a contract has one currency.

-- What was agreed does not change once it is recorded: a mistake is reversed. SellerRegion to BuyerKind repeat the first party of each side,
-- so that a statistic counts a contract once.
CREATE TABLE Deal (
  Id                   TEXT NOT NULL PRIMARY KEY,
  Revision             INTEGER NOT NULL,
  State                TEXT NOT NULL,
  EngagementId         TEXT REFERENCES Engagement (Id),
  FollowsDealId        TEXT REFERENCES Deal (Id),
  CeremonyId           TEXT,
  ManagerId            TEXT,
  ContractType         TEXT NOT NULL,
  SubType              TEXT,
  Title                TEXT NOT NULL,
  ContractNumber       TEXT,
  Field                TEXT,
  PriceMode            TEXT,
  Currency             TEXT NOT NULL,
  AmountMinorUnits     INTEGER NOT NULL,
  TechnologyMinorUnits INTEGER NOT NULL,
  PaymentPlan          TEXT NOT NULL,
  Terms                TEXT NOT NULL,
  SignedOn             TEXT NOT NULL,
  StartsOn             TEXT,
  EndsOn               TEXT,
  SellerRegion         TEXT NOT NULL,
  SellerKind           TEXT NOT NULL,
  BuyerRegion          TEXT NOT NULL,
  BuyerKind            TEXT NOT NULL,
  RegistrationNumber   TEXT,
  RegisteredOn         TEXT,
  RegistrationPlace    TEXT,
  RefusedOn            TEXT,
  RefusalReason        TEXT,
  EndedOn              TEXT,
  EndReason            TEXT,
  ReversedAt           TEXT,
  ReversalReason       TEXT,
  RecordedBy           TEXT NOT NULL,
  DecidedBy            TEXT,
  CreatedAt            TEXT NOT NULL,
  UpdatedAt            TEXT NOT NULL
) STRICT;
CREATE INDEX IX_Deal_Created ON Deal (CreatedAt, Id);
CREATE INDEX IX_Deal_Engagement ON Deal (EngagementId);
CREATE INDEX IX_Deal_Manager ON Deal (ManagerId);
CREATE INDEX IX_Deal_Follows ON Deal (FollowsDealId) WHERE FollowsDealId IS NOT NULL;
-- One contract, one deal; what was reversed may be recorded again.
CREATE UNIQUE INDEX UX_Deal_RegistrationNumber ON Deal (RegistrationNumber) WHERE RegistrationNumber IS NOT NULL AND ReversedAt IS NULL;

CREATE TABLE DealParty (
  DealId         TEXT NOT NULL REFERENCES Deal (Id),
  Ordinal        INTEGER NOT NULL,
  Side           TEXT NOT NULL,
  OrganisationId TEXT REFERENCES Organisation (Id),
  AccountId      TEXT,
  Name           TEXT NOT NULL,
  Kind           TEXT NOT NULL,
  RegionCode     TEXT NOT NULL,
  CreditCode     TEXT,
  PRIMARY KEY (DealId, Ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_DealParty_Organisation ON DealParty (OrganisationId, DealId);
CREATE INDEX IX_DealParty_Account ON DealParty (AccountId, DealId) WHERE AccountId IS NOT NULL;

-- Append-only. Seq is the revision that the action made; Details holds codes, ids and the words of the action.
CREATE TABLE DealLog (
  DealId  TEXT NOT NULL REFERENCES Deal (Id),
  Seq     INTEGER NOT NULL,
  At      TEXT NOT NULL,
  ActorId TEXT,
  Action  TEXT NOT NULL,
  Details TEXT NOT NULL,
  PRIMARY KEY (DealId, Seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER TR_DealLog_Update BEFORE UPDATE ON DealLog BEGIN SELECT RAISE(ABORT, 'DealLog only grows'); END;
CREATE TRIGGER TR_DealLog_Delete BEFORE DELETE ON DealLog BEGIN SELECT RAISE(ABORT, 'DealLog only grows'); END;

-- The number of the last line.
INSERT INTO Counter (Name, Value) VALUES ('ledger', 0);

-- Every figure comes from here. Kind: signed, registered or paid. A reversal is a line of the same kind, day and deal with the negative amounts
-- and the number of the line that it takes back, so that each slice by day adds up to what stands; RecordedAt tells what was known when.
CREATE TABLE LedgerLine (
  Seq                  INTEGER NOT NULL PRIMARY KEY,
  DealId               TEXT NOT NULL REFERENCES Deal (Id),
  Kind                 TEXT NOT NULL,
  Day                  TEXT NOT NULL,
  Currency             TEXT NOT NULL,
  AmountMinorUnits     INTEGER NOT NULL,
  TechnologyMinorUnits INTEGER NOT NULL,
  Note                 TEXT,
  RecordedAt           TEXT NOT NULL,
  RecordedBy           TEXT NOT NULL,
  ReversesSeq          INTEGER REFERENCES LedgerLine (Seq)
) STRICT;
CREATE INDEX IX_LedgerLine_Deal ON LedgerLine (DealId, Seq);
CREATE INDEX IX_LedgerLine_Kind ON LedgerLine (Kind, Day);
CREATE UNIQUE INDEX UX_LedgerLine_Reverses ON LedgerLine (ReversesSeq) WHERE ReversesSeq IS NOT NULL;
CREATE TRIGGER TR_LedgerLine_Update BEFORE UPDATE ON LedgerLine BEGIN SELECT RAISE(ABORT, 'LedgerLine only grows'); END;
CREATE TRIGGER TR_LedgerLine_Delete BEFORE DELETE ON LedgerLine BEGIN SELECT RAISE(ABORT, 'LedgerLine only grows'); END;
