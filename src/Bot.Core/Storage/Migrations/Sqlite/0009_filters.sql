-- What is told to a place and what is kept from it. Where nothing is said of a term, its column is empty and not null, so
-- that a rule is in a place once.
CREATE TABLE filters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  destination TEXT NOT NULL,
  effect TEXT NOT NULL CHECK (effect IN ('include', 'exclude')),
  -- As typed: words, or a pattern between slashes; and where they are looked for.
  words TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('any', 'title', 'text', 'source')),
  -- An outlet as it is called, and the names under which its articles are filed, a line each.
  outlet TEXT NOT NULL,
  sources TEXT NOT NULL,
  quoted TEXT NOT NULL,
  about TEXT NOT NULL,
  language TEXT NOT NULL,
  -- What people there call the rule.
  name TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made TEXT NOT NULL,
  UNIQUE (destination, effect, words, field, outlet, quoted, about, language)
);

-- The rule that kept an article from the place, as it was typed; empty where it was what none of those that let in takes.
-- Null for an article that was told.
ALTER TABLE digest_articles ADD COLUMN hidden_by TEXT;
