-- What is known of a chat; what lies within it, as a topic does, shares it.
CREATE TABLE places (
  chat TEXT PRIMARY KEY,
  title TEXT NOT NULL DEFAULT '',
  kind TEXT CHECK (kind IN ('private', 'group', 'channel')),
  -- An IANA name, and a language's tag; null where none was chosen.
  zone TEXT,
  language TEXT,
  -- Where the person who let us in can be told in private.
  owner TEXT,
  owner_name TEXT NOT NULL DEFAULT '',
  joined TEXT,
  left_since TEXT,
  -- A place is welcomed once, however often it lets us in.
  welcomed TEXT
) WITHOUT ROWID;

-- Digests that were planned in a chat. Those of the configuration are not here.
CREATE TABLE digests (
  id INTEGER PRIMARY KEY,
  destination TEXT NOT NULL,
  name TEXT NOT NULL,
  -- The name without case: a place has it once.
  name_key TEXT NOT NULL,
  at TEXT NOT NULL,
  days TEXT NOT NULL,
  zone TEXT NOT NULL,
  size TEXT NOT NULL CHECK (size IN ('brief', 'normal', 'full')),
  -- Since when it is paused; null where it is not.
  paused TEXT,
  -- The platform and its id of the person who planned it.
  made_by TEXT NOT NULL,
  made TEXT NOT NULL,
  UNIQUE (destination, name_key)
);
