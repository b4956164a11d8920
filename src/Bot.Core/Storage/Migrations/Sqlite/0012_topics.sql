-- Saved searches of a chat. Rules under one name are alternatives; what each says is written as in filters.
CREATE TABLE topics (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat TEXT NOT NULL,
  name TEXT NOT NULL,
  -- By which the name is found, however it is typed.
  name_key TEXT NOT NULL,
  words TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('any', 'title', 'text', 'source')),
  outlet TEXT NOT NULL,
  sources TEXT NOT NULL,
  quoted TEXT NOT NULL,
  about TEXT NOT NULL,
  language TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made TEXT NOT NULL,
  UNIQUE (chat, name_key, words, field, outlet, quoted, about, language)
);

-- What a digest tells of, a line each: names of topics, addresses of feeds; null for all that is new in its place.
ALTER TABLE digests ADD COLUMN topics TEXT;
ALTER TABLE digests ADD COLUMN feeds TEXT;
