-- A row of a place within a chat has what is set for that place alone; where it has nothing, the chat's holds.
-- In such a row the language "auto" is each reader's own, which a chat's row says by having none.
ALTER TABLE places ADD COLUMN size TEXT CHECK (size IN ('short', 'normal', 'long'));
-- "22:00-07:00", local time; "none" where the chat has some and this place has not.
ALTER TABLE places ADD COLUMN quiet TEXT;
-- Who may administer besides those of whom the platform says so: a line each, the role's id, a blank and its name.
ALTER TABLE places ADD COLUMN roles TEXT NOT NULL DEFAULT '';

-- Files of settings that somebody gave and has not said yes to yet.
CREATE TABLE imports (
  key TEXT PRIMARY KEY,
  -- Where it was given and is to be taken.
  place TEXT NOT NULL,
  body BLOB NOT NULL,
  given TEXT NOT NULL
) WITHOUT ROWID;
