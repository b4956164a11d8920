-- Which articles tell of one event. Decided once for all places, as articles come; what a place is told of a story is
-- made of the articles that it sees.

-- Whether it was put to a story: not yet (0), so (1), or too old when it came (2). An edited article is put there again.
ALTER TABLE articles ADD COLUMN placed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX articles_unplaced ON articles (id) WHERE placed = 0 AND withdrawn_at IS NULL;
CREATE TRIGGER articles_edited AFTER UPDATE OF hash ON articles WHEN new.hash <> old.hash BEGIN
  UPDATE articles SET placed = 0 WHERE id = new.id;
END;

-- One row for each version of an article, in the order in which they were put to stories.
CREATE TABLE story_tellings (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  story INTEGER NOT NULL,
  -- "edited" is an article's later version that says something new, "again" one that does not.
  relation TEXT NOT NULL CHECK (relation IN ('first', 'report', 'update', 'rewrite', 'copy', 'edited', 'again')),
  -- Stretches of the text that its story had not said before: "120+45 310+88".
  news TEXT NOT NULL,
  placed_at TEXT NOT NULL
);
CREATE INDEX story_tellings_article ON story_tellings (article, seq);
CREATE INDEX story_tellings_story ON story_tellings (story, article);

-- What the clusterer knows of each story that may still grow, and how often it has met each term.
CREATE TABLE stories (
  number INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  last_article TEXT NOT NULL,
  state BLOB NOT NULL
);
CREATE INDEX stories_changed ON stories (last_seq);
CREATE TABLE story_counts (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  state BLOB NOT NULL
);

-- Which version of the article the place was told.
ALTER TABLE digest_articles ADD COLUMN telling INTEGER;
