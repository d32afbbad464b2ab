-- People, how they sign in, and whose an item is. Secrets are never stored: of passwords a slow hash, of tokens, keys and recovery codes SHA-256.

CREATE TABLE Account (
  Id               TEXT NOT NULL PRIMARY KEY,
  Revision         INTEGER NOT NULL,
  Email            TEXT NOT NULL,
  NormalizedEmail  TEXT NOT NULL,
  DisplayName      TEXT NOT NULL,
  PasswordHash     TEXT,
  SecurityStamp    TEXT NOT NULL,
  Roles            TEXT NOT NULL,
  OrganisationId   TEXT REFERENCES Organisation (Id),
  IsApprover       INTEGER NOT NULL,
  State            TEXT NOT NULL,
  FailedSignIns    INTEGER NOT NULL,
  LockedUntil      TEXT,
  AuthenticatorKey TEXT,
  SecondFactor     INTEGER NOT NULL,
  LastTotpStep     INTEGER NOT NULL,
  MatchingObjected INTEGER NOT NULL,
  CreatedAt        TEXT NOT NULL,
  UpdatedAt        TEXT NOT NULL,
  LastSignInAt     TEXT
) STRICT;
CREATE UNIQUE INDEX UX_Account_Email ON Account (NormalizedEmail);
CREATE INDEX IX_Account_Created ON Account (CreatedAt, Id);
CREATE INDEX IX_Account_Organisation ON Account (OrganisationId);

-- One row per sign-in. A browser holds the access token in a cookie and has no refresh token.
CREATE TABLE LoginSession (
  Id               TEXT NOT NULL PRIMARY KEY,
  AccountId        TEXT NOT NULL REFERENCES Account (Id),
  Kind             TEXT NOT NULL,
  AccessHash       TEXT NOT NULL UNIQUE,
  AccessExpiresAt  TEXT NOT NULL,
  RefreshHash      TEXT UNIQUE,
  EndsAt           TEXT NOT NULL,
  CreatedAt        TEXT NOT NULL,
  LastSeenAt       TEXT NOT NULL,
  Address          TEXT,
  UserAgent        TEXT,
  RevokedAt        TEXT,
  RevokedBecause   TEXT
) STRICT;
CREATE INDEX IX_LoginSession_Account ON LoginSession (AccountId, CreatedAt);

-- Refresh tokens that were exchanged already: whoever brings one again has a copy, and the whole session ends.
CREATE TABLE SpentRefreshToken (
  Hash      TEXT NOT NULL PRIMARY KEY,
  SessionId TEXT NOT NULL REFERENCES LoginSession (Id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ApiKey (
  Id         TEXT NOT NULL PRIMARY KEY,
  AccountId  TEXT NOT NULL REFERENCES Account (Id),
  Name       TEXT NOT NULL,
  Hash       TEXT NOT NULL UNIQUE,
  Scope      TEXT NOT NULL,
  CreatedAt  TEXT NOT NULL,
  ExpiresAt  TEXT NOT NULL,
  LastUsedAt TEXT,
  RevokedAt  TEXT
) STRICT;
CREATE INDEX IX_ApiKey_Account ON ApiKey (AccountId, CreatedAt);

CREATE TABLE RecoveryCode (
  AccountId TEXT NOT NULL REFERENCES Account (Id),
  Hash      TEXT NOT NULL,
  PRIMARY KEY (AccountId, Hash)
) STRICT, WITHOUT ROWID;

-- A sign-in at a provider that the operator configured.
CREATE TABLE ExternalLogin (
  Provider  TEXT NOT NULL,
  Subject   TEXT NOT NULL,
  AccountId TEXT NOT NULL REFERENCES Account (Id),
  CreatedAt TEXT NOT NULL,
  PRIMARY KEY (Provider, Subject)
) STRICT, WITHOUT ROWID;

-- Links that work once: to become the first administrator, to set a new password.
CREATE TABLE OneTimeLink (
  Hash      TEXT NOT NULL PRIMARY KEY,
  Purpose   TEXT NOT NULL,
  AccountId TEXT REFERENCES Account (Id),
  CreatedAt TEXT NOT NULL,
  ExpiresAt TEXT NOT NULL,
  UsedAt    TEXT
) STRICT, WITHOUT ROWID;

-- Who entered it. An item without an organisation is that person's alone.
ALTER TABLE Listing ADD COLUMN PostedBy TEXT REFERENCES Account (Id);
ALTER TABLE Need ADD COLUMN PostedBy TEXT REFERENCES Account (Id);
ALTER TABLE ImportJob ADD COLUMN PostedBy TEXT REFERENCES Account (Id);
ALTER TABLE ImportJob ADD COLUMN OwnOnly INTEGER NOT NULL DEFAULT 0;
-- The organisation's own office approves a listing before it is published.
ALTER TABLE Organisation ADD COLUMN ApprovesListings INTEGER NOT NULL DEFAULT 0;
