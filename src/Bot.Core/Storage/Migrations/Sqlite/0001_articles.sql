-- Articles as read. AUTOINCREMENT: an id that a ledger points at is never given to another article.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Where the desk got it: a seed file's path; item 0 is the whole file, 1 and up its items.
  origin TEXT NOT NULL,
  item INTEGER NOT NULL,
  source TEXT NOT NULL,
  title TEXT NOT NULL,
  has_own_title INTEGER NOT NULL,
  url TEXT,
  author TEXT,
  published TEXT,
  first_seen TEXT NOT NULL,
  -- What lists are ordered by: published, but first_seen where there is no date or one from the future.
  listed_at TEXT NOT NULL,
  text TEXT NOT NULL,
  -- SHA-256 of the text as read, and of its letters and digits alone: the same article under another name has the same likeness.
  hash TEXT NOT NULL,
  likeness TEXT NOT NULL,
  withdrawn_at TEXT
);

CREATE UNIQUE INDEX articles_origin ON articles (origin, item) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX articles_likeness ON articles (likeness) WHERE withdrawn_at IS NULL;
CREATE INDEX articles_gone ON articles (likeness) WHERE withdrawn_at IS NOT NULL;
CREATE INDEX articles_newest ON articles (listed_at DESC, id DESC) WHERE withdrawn_at IS NULL;

-- Further names of an article: the first in line takes its place when its own origin goes.
CREATE TABLE twins (
  origin TEXT NOT NULL,
  item INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (origin, item)
) WITHOUT ROWID;

CREATE INDEX twins_article ON twins (article);

-- What is searched: the tokenizer takes accents off, but leaves letters that no accent makes (SearchWords has the same list).
CREATE VIEW searched_articles AS
SELECT
  id,
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(title, 'ł', 'l'), 'Ł', 'L'), 'ø', 'o'), 'Ø', 'O'), 'đ', 'd'), 'Đ', 'D'), 'ß', 'ss'), 'æ', 'ae'), 'Æ', 'Ae'), 'œ', 'oe'), 'Œ', 'Oe'), 'ı', 'i') AS title,
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(text, 'ł', 'l'), 'Ł', 'L'), 'ø', 'o'), 'Ø', 'O'), 'đ', 'd'), 'Đ', 'D'), 'ß', 'ss'), 'æ', 'ae'), 'Æ', 'Ae'), 'œ', 'oe'), 'Œ', 'Oe'), 'ı', 'i') AS text
FROM articles
WHERE withdrawn_at IS NULL;

CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, content = 'searched_articles', content_rowid = 'id',
  tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3'
);

-- Before a change the row still shows the words that the index has of it.
CREATE TRIGGER articles_inserted AFTER INSERT ON articles BEGIN
  INSERT INTO article_words (rowid, title, text)
  SELECT id, title, text FROM searched_articles WHERE id = new.id;
END;

CREATE TRIGGER articles_before_update BEFORE UPDATE OF title, text, withdrawn_at ON articles BEGIN
  INSERT INTO article_words (article_words, rowid, title, text)
  SELECT 'delete', id, title, text FROM searched_articles WHERE id = old.id;
END;

CREATE TRIGGER articles_updated AFTER UPDATE OF title, text, withdrawn_at ON articles BEGIN
  INSERT INTO article_words (rowid, title, text)
  SELECT id, title, text FROM searched_articles WHERE id = new.id;
END;

CREATE TRIGGER articles_before_delete BEFORE DELETE ON articles BEGIN
  INSERT INTO article_words (article_words, rowid, title, text)
  SELECT 'delete', id, title, text FROM searched_articles WHERE id = old.id;
END;

-- What was understood, by which version of the analyser, of which text (articles.hash).
CREATE TABLE analyses (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX analyses_version ON analyses (version);

-- Who and what each analysed article speaks of.
CREATE TABLE people (
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  entity INTEGER NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  quotations INTEGER NOT NULL,
  PRIMARY KEY (article, entity)
) WITHOUT ROWID;

CREATE INDEX people_folded ON people (folded, type);

-- Every name under which they may be asked for: in full, as aliases, by the last word.
CREATE TABLE person_names (
  folded TEXT NOT NULL,
  article INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  PRIMARY KEY (folded, article, entity),
  FOREIGN KEY (article, entity) REFERENCES people (article, entity) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX person_names_person ON person_names (article, entity);

-- Seed files as they were when they were last read, so that a start reads only what has changed.
CREATE TABLE seed_files (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  hash TEXT NOT NULL,
  reader INTEGER NOT NULL,
  problems TEXT NOT NULL
) WITHOUT ROWID;
