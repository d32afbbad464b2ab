-- One row per pair (Id has no index: pairs are found by their ends, and an index of random ids would cost as much as all the rest), the feed of the live stream, and answers already given to an Idempotency-Key.

CREATE TABLE Match (
  Id              TEXT NOT NULL,
  ListingId       TEXT NOT NULL REFERENCES Listing (Id),
  NeedId          TEXT NOT NULL REFERENCES Need (Id),
  ListingRevision INTEGER NOT NULL,
  NeedRevision    INTEGER NOT NULL,
  Score           REAL NOT NULL,
  Level           INTEGER NOT NULL,
  Contributions   TEXT NOT NULL,
  EngineVersion   TEXT NOT NULL,
  MarketSeq       INTEGER NOT NULL,
  ScoredAt        TEXT NOT NULL,
  ProposedAt      TEXT,
  UNIQUE (ListingId, NeedId)
) STRICT;
CREATE INDEX IX_Match_Need ON Match (NeedId, Score DESC);

CREATE TABLE Event (
  Seq  INTEGER NOT NULL PRIMARY KEY,
  Kind TEXT NOT NULL,
  Body TEXT NOT NULL,
  At   TEXT NOT NULL
) STRICT;

CREATE TABLE IdempotentAnswer (
  RequestKey  TEXT NOT NULL PRIMARY KEY,
  RequestHash TEXT NOT NULL,
  Status      INTEGER NOT NULL,
  Headers     TEXT NOT NULL,
  Body        TEXT NOT NULL,
  At          TEXT NOT NULL
) STRICT;
