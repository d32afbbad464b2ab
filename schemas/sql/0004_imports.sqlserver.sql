-- Files on their way in, how far they are, and what was wrong in them. The files themselves lie in DATA/imports.

CREATE TABLE ImportJob (
  Id             uniqueidentifier NOT NULL CONSTRAINT PK_ImportJob PRIMARY KEY,
  Kind           nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  FileName       nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  State          nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  DryRun         bit NOT NULL,
  Publish        bit NOT NULL,
  OrganisationId uniqueidentifier NULL CONSTRAINT FK_ImportJob_OrganisationId REFERENCES Organisation (Id),
  Rows           int NULL,
  Processed      int NOT NULL,
  Created        int NOT NULL,
  Updated        int NOT NULL,
  Unchanged      int NOT NULL,
  Rejected       int NOT NULL,
  Failure        nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  CreatedAt      datetimeoffset(7) NOT NULL,
  FinishedAt     datetimeoffset(7) NULL
);
CREATE INDEX IX_ImportJob_Created ON ImportJob (CreatedAt, Id);

CREATE TABLE ImportIssue (
  Seq        bigint IDENTITY(1, 1) NOT NULL CONSTRAINT PK_ImportIssue PRIMARY KEY,
  JobId      uniqueidentifier NOT NULL CONSTRAINT FK_ImportIssue_JobId REFERENCES ImportJob (Id),
  RowNumber  int NOT NULL,
  ColumnName nvarchar(max) COLLATE Latin1_General_BIN2 NULL,
  Severity   nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Code       nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  MessageZh  nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  MessageEn  nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  RemedyZh   nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL,
  RemedyEn   nvarchar(max) COLLATE Latin1_General_BIN2 NOT NULL
);
CREATE INDEX IX_ImportIssue_Job ON ImportIssue (JobId, Seq);
