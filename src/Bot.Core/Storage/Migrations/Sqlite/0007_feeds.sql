-- Feeds that somebody follows: each is asked once for all who do. Instants as in the outbox.
CREATE TABLE feeds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Where it is asked for now.
  url TEXT NOT NULL UNIQUE,
  -- Whose turns it waits for: the name and the port of its host.
  host TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  site TEXT,
  format TEXT,
  language TEXT,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'read', 'gone')),
  added TEXT NOT NULL,
  -- What the last answer is asked for again with, and what it said of itself.
  etag TEXT,
  last_modified TEXT,
  body_hash TEXT,
  -- Seconds: what its own words ask for between two visits, and how far apart its items come.
  own_wait INTEGER,
  item_gap INTEGER,
  quiet_hours INTEGER NOT NULL DEFAULT 0,
  quiet_days INTEGER NOT NULL DEFAULT 0,
  next_check TEXT NOT NULL,
  last_check TEXT,
  last_success TEXT,
  last_new TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  failing_since TEXT,
  fault TEXT,
  fault_words TEXT,
  -- When it last changed all its items at once, and how many were not told of.
  held_since TEXT,
  held_items INTEGER NOT NULL DEFAULT 0,
  -- A permanent move is believed once several answers have said the same.
  moved_to TEXT,
  moved_times INTEGER NOT NULL DEFAULT 0,
  -- The process that alone may ask for it, and until when it is believed to live.
  holder TEXT,
  held_until TEXT
);
CREATE INDEX feeds_held ON feeds (host) WHERE held_until IS NOT NULL;
CREATE INDEX feeds_due ON feeds (next_check) WHERE state IN ('new', 'read');

-- Which chat follows which feed, and how.
CREATE TABLE follows (
  chat TEXT NOT NULL,
  feed INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  -- The name and the folder that the chat gave it; empty where it gave none.
  title TEXT NOT NULL DEFAULT '',
  folder TEXT NOT NULL DEFAULT '',
  full_text INTEGER NOT NULL DEFAULT 0,
  paused TEXT,
  -- Where the place's people are told of what is wrong with it.
  place TEXT NOT NULL,
  added TEXT NOT NULL,
  added_by TEXT NOT NULL,
  -- Of which failure the place has been told: the time since when it fails.
  told_failing TEXT,
  -- Up to when the place knows what was held back of it.
  told_held TEXT,
  PRIMARY KEY (chat, feed)
) WITHOUT ROWID;
CREATE INDEX follows_feed ON follows (feed);

-- Every item that a feed has shown, by what it is known again by.
CREATE TABLE feed_items (
  feed INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  -- The name under which the desk files it; it outlives a change of the key.
  origin TEXT NOT NULL UNIQUE,
  -- Null where there was nothing to read in it.
  article INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  -- What else it may be known by: its link without tracking, its title with its day.
  link TEXT,
  titled TEXT,
  -- Of what it says, the newest first: a print that was seen before is no news.
  prints TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  -- When its words were last found to be others.
  changed TEXT,
  -- Archive: what a new feed had already. Held: one of many that came at once in place of all others.
  fate TEXT NOT NULL CHECK (fate IN ('taken', 'archive', 'held', 'empty')),
  -- Whether its page is read for the whole text, and when it is tried next.
  page TEXT NOT NULL DEFAULT 'none' CHECK (page IN ('none', 'wanted', 'read', 'refused')),
  -- How much the feed has of it, and whether the article has the page's text in place of that.
  teaser_letters INTEGER,
  is_whole INTEGER NOT NULL DEFAULT 0,
  page_tries INTEGER NOT NULL DEFAULT 0,
  page_next TEXT,
  PRIMARY KEY (feed, key)
) WITHOUT ROWID;
CREATE INDEX feed_items_article ON feed_items (article, feed);
CREATE INDEX feed_items_page ON feed_items (page_next) WHERE page = 'wanted';
CREATE INDEX feed_items_titled ON feed_items (feed, titled) WHERE titled IS NOT NULL;
CREATE INDEX feed_items_link ON feed_items (link) WHERE link IS NOT NULL;

-- In which language an article was found to be: what lists are sifted by.
ALTER TABLE articles ADD COLUMN language TEXT;

-- Whose links were read in the last hour.
CREATE TABLE link_reads (
  person TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX link_reads_person ON link_reads (person, at);

-- Each chat is shown the seeds and what its own feeds have shown: a list is found without walking the articles of all others.
CREATE INDEX articles_seeds ON articles (listed_at DESC, id DESC) WHERE withdrawn_at IS NULL AND substr(origin, 1, 5) <> 'feed:';
CREATE INDEX articles_seeds_seen ON articles (first_seen) WHERE withdrawn_at IS NULL AND substr(origin, 1, 5) <> 'feed:';
CREATE INDEX articles_seeds_source ON articles (source, listed_at DESC, id DESC) WHERE withdrawn_at IS NULL AND substr(origin, 1, 5) <> 'feed:';
CREATE INDEX articles_source ON articles (source, listed_at DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX articles_language ON articles (language, listed_at DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX feed_items_seen ON feed_items (feed, first_seen, article) WHERE article IS NOT NULL;
CREATE INDEX twins_seeds ON twins (article) WHERE substr(origin, 1, 5) <> 'feed:';
