-- People, how they sign in, and whose an item is. Secrets are never stored: of passwords a slow hash, of tokens, keys and recovery codes SHA-256.

CREATE TABLE Account (
  Id               uniqueidentifier NOT NULL CONSTRAINT PK_Account PRIMARY KEY,
  Revision         int NOT NULL,
  Email            nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  NormalizedEmail  nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  DisplayName      nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  PasswordHash     nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  SecurityStamp    nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  Roles            nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  OrganisationId   uniqueidentifier NULL CONSTRAINT FK_Account_OrganisationId REFERENCES Organisation (Id),
  IsApprover       bit NOT NULL,
  State            nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  FailedSignIns    int NOT NULL,
  LockedUntil      datetimeoffset(7) NULL,
  AuthenticatorKey nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  SecondFactor     bit NOT NULL,
  LastTotpStep     bigint NOT NULL,
  MatchingObjected bit NOT NULL,
  CreatedAt        datetimeoffset(7) NOT NULL,
  UpdatedAt        datetimeoffset(7) NOT NULL,
  LastSignInAt     datetimeoffset(7) NULL
);
CREATE UNIQUE INDEX UX_Account_Email ON Account (NormalizedEmail);
CREATE INDEX IX_Account_Created ON Account (CreatedAt, Id);
CREATE INDEX IX_Account_Organisation ON Account (OrganisationId);

-- One row per sign-in. A browser holds the access token in a cookie and has no refresh token.
CREATE TABLE LoginSession (
  Id              uniqueidentifier NOT NULL CONSTRAINT PK_LoginSession PRIMARY KEY,
  AccountId       uniqueidentifier NOT NULL CONSTRAINT FK_LoginSession_AccountId REFERENCES Account (Id),
  Kind            nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  AccessHash      nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT UQ_LoginSession_AccessHash UNIQUE,
  AccessExpiresAt datetimeoffset(7) NOT NULL,
  RefreshHash     nvarchar(100) COLLATE Latin1_General_BIN2 NULL,
  EndsAt          datetimeoffset(7) NOT NULL,
  CreatedAt       datetimeoffset(7) NOT NULL,
  LastSeenAt      datetimeoffset(7) NOT NULL,
  Address         nvarchar(100) COLLATE Latin1_General_BIN2 NULL,
  UserAgent       nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  RevokedAt       datetimeoffset(7) NULL,
  RevokedBecause  nvarchar(60) COLLATE Latin1_General_BIN2 NULL
);
CREATE UNIQUE INDEX UX_LoginSession_RefreshHash ON LoginSession (RefreshHash) WHERE RefreshHash IS NOT NULL;
CREATE INDEX IX_LoginSession_Account ON LoginSession (AccountId, CreatedAt);

-- Refresh tokens that were exchanged already: whoever brings one again has a copy, and the whole session ends.
CREATE TABLE SpentRefreshToken (
  Hash      nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT PK_SpentRefreshToken PRIMARY KEY,
  SessionId uniqueidentifier NOT NULL CONSTRAINT FK_SpentRefreshToken_SessionId REFERENCES LoginSession (Id)
);

CREATE TABLE ApiKey (
  Id         uniqueidentifier NOT NULL CONSTRAINT PK_ApiKey PRIMARY KEY,
  AccountId  uniqueidentifier NOT NULL CONSTRAINT FK_ApiKey_AccountId REFERENCES Account (Id),
  Name       nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL,
  Hash       nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT UQ_ApiKey_Hash UNIQUE,
  Scope      nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  CreatedAt  datetimeoffset(7) NOT NULL,
  ExpiresAt  datetimeoffset(7) NOT NULL,
  LastUsedAt datetimeoffset(7) NULL,
  RevokedAt  datetimeoffset(7) NULL
);
CREATE INDEX IX_ApiKey_Account ON ApiKey (AccountId, CreatedAt);

CREATE TABLE RecoveryCode (
  AccountId uniqueidentifier NOT NULL CONSTRAINT FK_RecoveryCode_AccountId REFERENCES Account (Id),
  Hash      nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  CONSTRAINT PK_RecoveryCode PRIMARY KEY (AccountId, Hash)
);

-- A sign-in at a provider that the operator configured.
CREATE TABLE ExternalLogin (
  Provider  nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Subject   nvarchar(300) COLLATE Latin1_General_BIN2 NOT NULL,
  AccountId uniqueidentifier NOT NULL CONSTRAINT FK_ExternalLogin_AccountId REFERENCES Account (Id),
  CreatedAt datetimeoffset(7) NOT NULL,
  CONSTRAINT PK_ExternalLogin PRIMARY KEY (Provider, Subject)
);

-- Links that work once: to become the first administrator, to set a new password.
CREATE TABLE OneTimeLink (
  Hash      nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT PK_OneTimeLink PRIMARY KEY,
  Purpose   nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  AccountId uniqueidentifier NULL CONSTRAINT FK_OneTimeLink_AccountId REFERENCES Account (Id),
  CreatedAt datetimeoffset(7) NOT NULL,
  ExpiresAt datetimeoffset(7) NOT NULL,
  UsedAt    datetimeoffset(7) NULL
);

-- Who entered it. An item without an organisation is that person's alone.
ALTER TABLE Listing ADD PostedBy uniqueidentifier NULL CONSTRAINT FK_Listing_PostedBy REFERENCES Account (Id);
ALTER TABLE Need ADD PostedBy uniqueidentifier NULL CONSTRAINT FK_Need_PostedBy REFERENCES Account (Id);
ALTER TABLE ImportJob ADD PostedBy uniqueidentifier NULL CONSTRAINT FK_ImportJob_PostedBy REFERENCES Account (Id);
ALTER TABLE ImportJob ADD OwnOnly bit NOT NULL CONSTRAINT DF_ImportJob_OwnOnly DEFAULT 0;
-- The organisation's own office approves a listing before it is published.
ALTER TABLE Organisation ADD ApprovesListings bit NOT NULL CONSTRAINT DF_Organisation_ApprovesListings DEFAULT 0;
