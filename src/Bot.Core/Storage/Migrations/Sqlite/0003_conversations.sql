-- The list of articles that a conversation was last shown; a number without its article is answered as such.
CREATE TABLE listed_articles (
  place TEXT NOT NULL,
  number INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  listed TEXT NOT NULL,
  PRIMARY KEY (place, number)
) WITHOUT ROWID;
