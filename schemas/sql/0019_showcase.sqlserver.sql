-- First releases (橙果铺子) and the pictures of listings.

-- At most one for a listing; renewed and ended in place, the audit record has its course.
CREATE TABLE FirstRelease (
  ListingId uniqueidentifier NOT NULL CONSTRAINT PK_FirstRelease PRIMARY KEY CONSTRAINT FK_FirstRelease_ListingId REFERENCES Listing (Id),
  Revision  int NOT NULL,
  PitchZh   nvarchar(300) COLLATE Latin1_General_BIN2 NULL,
  PitchEn   nvarchar(300) COLLATE Latin1_General_BIN2 NULL,
  Since     date NOT NULL,
  EndedOn   date NULL,
  UpdatedAt datetimeoffset(7) NOT NULL
);
-- The showcase: the newest that stand.
CREATE INDEX IX_FirstRelease_Since ON FirstRelease (Since, ListingId) WHERE EndedOn IS NULL;

-- The file lies under its SHA-256 outside the database. What was taken away or replaced is kept for a while (Privacy:RemovedPictureDays).
CREATE TABLE ListingPicture (
  Id         uniqueidentifier NOT NULL CONSTRAINT PK_ListingPicture PRIMARY KEY,
  ListingId  uniqueidentifier NOT NULL CONSTRAINT FK_ListingPicture_ListingId REFERENCES Listing (Id),
  Format     nvarchar(60) COLLATE Latin1_General_BIN2 NOT NULL,
  Width      int NOT NULL,
  Height     int NOT NULL,
  Length     bigint NOT NULL,
  Sha256     nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL,
  UploadedBy uniqueidentifier NOT NULL,
  UploadedAt datetimeoffset(7) NOT NULL,
  RemovedAt  datetimeoffset(7) NULL
);
CREATE UNIQUE INDEX UX_ListingPicture_Listing ON ListingPicture (ListingId) WHERE RemovedAt IS NULL;
CREATE INDEX IX_ListingPicture_Sha256 ON ListingPicture (Sha256);
CREATE INDEX IX_ListingPicture_Removed ON ListingPicture (RemovedAt) WHERE RemovedAt IS NOT NULL;
