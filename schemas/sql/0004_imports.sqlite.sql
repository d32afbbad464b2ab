-- Files on their way in, how far they are, and what was wrong in them. The files themselves lie in DATA/imports.

CREATE TABLE ImportJob (
  Id             TEXT NOT NULL PRIMARY KEY,
  Kind           TEXT NOT NULL,
  FileName       TEXT NOT NULL,
  State          TEXT NOT NULL,
  DryRun         INTEGER NOT NULL,
  Publish        INTEGER NOT NULL,
  OrganisationId TEXT REFERENCES Organisation (Id),
  Rows           INTEGER,
  Processed      INTEGER NOT NULL,
  Created        INTEGER NOT NULL,
  Updated        INTEGER NOT NULL,
  Unchanged      INTEGER NOT NULL,
  Rejected       INTEGER NOT NULL,
  Failure        TEXT,
  CreatedAt      TEXT NOT NULL,
  FinishedAt     TEXT
) STRICT;
CREATE INDEX IX_ImportJob_Created ON ImportJob (CreatedAt, Id);

CREATE TABLE ImportIssue (
  Seq        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  JobId      TEXT NOT NULL REFERENCES ImportJob (Id),
  RowNumber  INTEGER NOT NULL,
  ColumnName TEXT,
  Severity   TEXT NOT NULL,
  Code       TEXT NOT NULL,
  MessageZh  TEXT NOT NULL,
  MessageEn  TEXT NOT NULL,
  RemedyZh   TEXT NOT NULL,
  RemedyEn   TEXT NOT NULL
) STRICT;
CREATE INDEX IX_ImportIssue_Job ON ImportIssue (JobId, Seq);
