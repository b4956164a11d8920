CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  origin TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  title TEXT NOT NULL,
  has_own_title INTEGER NOT NULL,
  url TEXT,
  author TEXT,
  published TEXT,
  first_seen TEXT NOT NULL,
  text TEXT NOT NULL,
  hash TEXT NOT NULL
);
