-- First releases (橙果铺子) and the pictures of listings.

-- At most one for a listing; renewed and ended in place, the audit record has its course.
CREATE TABLE FirstRelease (
  ListingId TEXT NOT NULL PRIMARY KEY REFERENCES Listing (Id),
  Revision  INTEGER NOT NULL,
  PitchZh   TEXT,
  PitchEn   TEXT,
  Since     TEXT NOT NULL,
  EndedOn   TEXT,
  UpdatedAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- The showcase: the newest that stand.
CREATE INDEX IX_FirstRelease_Since ON FirstRelease (Since, ListingId) WHERE EndedOn IS NULL;

-- The file lies under its SHA-256 outside the database. What was taken away or replaced is kept for a while (Privacy:RemovedPictureDays).
CREATE TABLE ListingPicture (
  Id         TEXT NOT NULL PRIMARY KEY,
  ListingId  TEXT NOT NULL REFERENCES Listing (Id),
  Format     TEXT NOT NULL,
  Width      INTEGER NOT NULL,
  Height     INTEGER NOT NULL,
  Length     INTEGER NOT NULL,
  Sha256     TEXT NOT NULL,
  UploadedBy TEXT NOT NULL,
  UploadedAt TEXT NOT NULL,
  RemovedAt  TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX UX_ListingPicture_Listing ON ListingPicture (ListingId) WHERE RemovedAt IS NULL;
CREATE INDEX IX_ListingPicture_Sha256 ON ListingPicture (Sha256);
CREATE INDEX IX_ListingPicture_Removed ON ListingPicture (RemovedAt) WHERE RemovedAt IS NOT NULL;
