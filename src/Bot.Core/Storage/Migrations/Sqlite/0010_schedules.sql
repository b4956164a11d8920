-- When a planned digest comes. `at` has its times of day, "07:30" or several with commas, and is empty where `every` says
-- how it comes instead: "3h", or "news" for as it happens.
ALTER TABLE digests ADD COLUMN every TEXT;
-- Local hours, "22:00-07:00" or "none"; null where nothing is said.
ALTER TABLE digests ADD COLUMN quiet TEXT;
-- How late it may still come, in minutes; null for the usual.
ALTER TABLE digests ADD COLUMN grace INTEGER;
-- Of news: the most in a local day, and how many minutes must bring nothing new.
ALTER TABLE digests ADD COLUMN cap INTEGER;
ALTER TABLE digests ADD COLUMN gather INTEGER;
-- A language's tag; null for the place's.
ALTER TABLE digests ADD COLUMN language TEXT;
