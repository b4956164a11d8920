-- Every message to be posted; the one way out. Instants are UTC, ISO 8601 in one width: they compare as text.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  destination TEXT NOT NULL,
  -- What is queued together is posted in this order: batch, part of the batch, piece of a part that was too long.
  batch INTEGER NOT NULL,
  part INTEGER NOT NULL,
  piece INTEGER NOT NULL DEFAULT 0,
  ledger INTEGER REFERENCES digest_ledger (id),
  reply TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'sending', 'sent', 'unknown', 'failed', 'untrue')),
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before TEXT NOT NULL,
  -- The process that alone may post the row, and until when it is believed to live.
  holder TEXT,
  held_until TEXT,
  message_ids TEXT,
  why TEXT,
  created TEXT NOT NULL,
  settled TEXT
);
CREATE INDEX outbox_open ON outbox (destination, batch, part, piece) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_ledger ON outbox (ledger, part);

-- Places that cannot be posted to at present.
CREATE TABLE paused_destinations (
  destination TEXT PRIMARY KEY,
  why TEXT NOT NULL,
  since TEXT NOT NULL
) WITHOUT ROWID;

-- Places that have another address now; configuration may go on naming the old one.
CREATE TABLE moved_destinations (
  destination TEXT PRIMARY KEY,
  moved_to TEXT NOT NULL
) WITHOUT ROWID;

-- Since when the slots of a schedule are owed: a schedule that is new or has new terms owes nothing of the past.
CREATE TABLE digest_terms (
  destination TEXT NOT NULL,
  digest TEXT NOT NULL,
  terms TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (destination, digest)
) WITHOUT ROWID;

-- One row for each appearance of a digest: what keeps it from coming twice.
CREATE TABLE digest_ledger (
  id INTEGER PRIMARY KEY,
  destination TEXT NOT NULL,
  digest TEXT NOT NULL,
  local_date TEXT NOT NULL,
  slot TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('owed', 'empty', 'missed')),
  created TEXT NOT NULL,
  covers_from TEXT,
  UNIQUE (destination, digest, local_date, slot)
);

-- What a destination has had; nothing is told twice in one place.
CREATE TABLE digest_articles (
  destination TEXT NOT NULL,
  article INTEGER NOT NULL,
  ledger INTEGER NOT NULL REFERENCES digest_ledger (id),
  part INTEGER NOT NULL,
  PRIMARY KEY (destination, article)
) WITHOUT ROWID;
CREATE INDEX digest_articles_ledger ON digest_articles (ledger, part);

-- Where a destination began: articles up to this one are archive, save those dated in the time that the first digest covers.
CREATE TABLE digest_beginnings (
  destination TEXT PRIMARY KEY,
  last_article INTEGER NOT NULL,
  covers_from TEXT NOT NULL
) WITHOUT ROWID;

-- What is owed is looked for among the articles of a week, however many there are.
CREATE INDEX articles_first_seen ON articles (first_seen);
