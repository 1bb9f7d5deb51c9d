CREATE TABLE articles (
  id TEXT NOT NULL, 
  added TEXT COLLATE "C" NOT NULL, 
  PRIMARY KEY (id)
);

COMMENT ON TABLE articles IS 'one row an article: one text by one outlet, through all its versions';

COMMENT ON COLUMN articles.id IS 'short id, the same in every archive';

COMMENT ON COLUMN articles.added IS 'when it was first added (UTC)';

CREATE TABLE entities (
  key BIGINT NOT NULL, 
  id TEXT NOT NULL, 
  name TEXT NOT NULL, 
  kind TEXT NOT NULL, 
  country TEXT, 
  wikidata TEXT, 
  PRIMARY KEY (key)
);

COMMENT ON TABLE entities IS 'one row a person, organisation, place, outlet or state';

COMMENT ON COLUMN entities.key IS '63 bits, a hash of its id';

COMMENT ON COLUMN entities.id IS 'its id in every reading';

COMMENT ON COLUMN entities.name IS 'its name where it was first met';

COMMENT ON COLUMN entities.kind IS 'PER, ORG, LOC, OUTLET or STATE';

COMMENT ON COLUMN entities.country IS 'ISO 3166 code, where known';

COMMENT ON COLUMN entities.wikidata IS 'Wikidata''s id, where known';

CREATE TABLE fetches (
  url TEXT NOT NULL, 
  etag TEXT, 
  last_modified TEXT, 
  fetched_at FLOAT NOT NULL, 
  PRIMARY KEY (url)
);

COMMENT ON TABLE fetches IS 'one row a URL that was fetched, so that it isn''t sent again unchanged';

COMMENT ON COLUMN fetches.url IS 'as it was asked for';

COMMENT ON COLUMN fetches.etag IS 'the server''s name for this state of the page';

COMMENT ON COLUMN fetches.last_modified IS 'the server''s time for it';

COMMENT ON COLUMN fetches.fetched_at IS 'seconds since 1970 (UTC)';

CREATE TABLE addresses (
  url TEXT NOT NULL, 
  article TEXT NOT NULL, 
  PRIMARY KEY (url), 
  FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX ix_addresses_article ON addresses (article);

COMMENT ON TABLE addresses IS 'one row a URL under which an article was met';

COMMENT ON COLUMN addresses.url IS 'normalised: no fragment, no tracking';

COMMENT ON COLUMN addresses.article IS 'the article''s id';

CREATE TABLE forms (
  key BIGINT NOT NULL, 
  entity BIGINT NOT NULL, 
  name TEXT NOT NULL, 
  type TEXT NOT NULL, 
  folded TEXT NOT NULL, 
  PRIMARY KEY (key), 
  FOREIGN KEY(entity) REFERENCES entities (key)
);

COMMENT ON TABLE forms IS 'one row a way of writing an entity''s name, in all of the archive';

COMMENT ON COLUMN forms.key IS '63 bits, a hash of its entity, name and type';

COMMENT ON COLUMN forms.entity IS 'row of `entities`';

COMMENT ON COLUMN forms.name IS 'as some article writes it, without titles';

COMMENT ON COLUMN forms.type IS 'PER, ORG or LOC';

COMMENT ON COLUMN forms.folded IS 'its words as they are searched for';

CREATE TABLE sources (
  key BIGINT NOT NULL, 
  name TEXT NOT NULL, 
  entity BIGINT, 
  folded TEXT NOT NULL, 
  PRIMARY KEY (key), 
  FOREIGN KEY(entity) REFERENCES entities (key)
);

CREATE INDEX sources_entity ON sources (entity) WHERE entity IS NOT NULL;

COMMENT ON TABLE sources IS 'one row a way in which those who say something are named, in all of the archive';

COMMENT ON COLUMN sources.key IS '63 bits, a hash of its name and entity';

COMMENT ON COLUMN sources.name IS 'a name or a description; empty if none';

COMMENT ON COLUMN sources.entity IS 'row of `entities`, if known';

COMMENT ON COLUMN sources.folded IS 'its words as they are searched for';

CREATE TABLE versions (
  key BIGSERIAL NOT NULL, 
  article TEXT NOT NULL, 
  number INTEGER NOT NULL, 
  current BOOLEAN NOT NULL, 
  seen TEXT COLLATE "C" NOT NULL, 
  hash TEXT NOT NULL, 
  title TEXT, 
  outlet TEXT, 
  outlet_folded TEXT NOT NULL, 
  site TEXT, 
  url TEXT, 
  language TEXT, 
  published TEXT, 
  moment TEXT COLLATE "C", 
  byline TEXT, 
  canonical TEXT, 
  summary TEXT NOT NULL, 
  text TEXT NOT NULL, 
  reading BYTEA NOT NULL, 
  PRIMARY KEY (key), 
  UNIQUE (article, number), 
  UNIQUE (article, hash), 
  FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX versions_current ON versions (article) WHERE current;

CREATE INDEX versions_dated ON versions (coalesce(moment, ''), key);

CREATE INDEX versions_hash ON versions (hash);

COMMENT ON TABLE versions IS 'one row a state of an article''s text and what it says about itself';

COMMENT ON COLUMN versions.key IS 'internal number';

COMMENT ON COLUMN versions.article IS 'the article''s id';

COMMENT ON COLUMN versions.number IS 'counts an article''s versions from 1';

COMMENT ON COLUMN versions.current IS 'whether it is the latest';

COMMENT ON COLUMN versions.seen IS 'when it was added (UTC)';

COMMENT ON COLUMN versions.hash IS 'of the text, composed (NFC), blanks collapsed';

COMMENT ON COLUMN versions.title IS 'the headline';

COMMENT ON COLUMN versions.outlet IS 'who published it, as its source names it';

COMMENT ON COLUMN versions.outlet_folded IS 'its words as they are searched for';

COMMENT ON COLUMN versions.site IS 'the host of its URL without www.';

COMMENT ON COLUMN versions.url IS 'where it was taken from, as given';

COMMENT ON COLUMN versions.language IS 'ISO 639 code';

COMMENT ON COLUMN versions.published IS 'when it says it was published, as given';

COMMENT ON COLUMN versions.moment IS '`published` in UTC, for comparing';

COMMENT ON COLUMN versions.byline IS 'who wrote it, as its source says';

COMMENT ON COLUMN versions.canonical IS 'another site that its markup says it is from';

COMMENT ON COLUMN versions.summary IS 'its attributions in one line';

COMMENT ON COLUMN versions.text IS 'the whole text; all offsets point into it';

COMMENT ON COLUMN versions.reading IS 'all that was found, packed';

CREATE TABLE attributions (
  version BIGINT NOT NULL, 
  number INTEGER NOT NULL, 
  parent INTEGER, 
  source BIGINT NOT NULL, 
  act TEXT NOT NULL, 
  via TEXT NOT NULL, 
  form TEXT NOT NULL, 
  standing TEXT, 
  hands SMALLINT, 
  link INTEGER, 
  probability FLOAT NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions (key) ON DELETE CASCADE, 
  FOREIGN KEY(source) REFERENCES sources (key)
);

CREATE INDEX attributions_source ON attributions (source);

COMMENT ON TABLE attributions IS 'one row a content and who said it';

COMMENT ON COLUMN attributions.version IS 'row of `versions`';

COMMENT ON COLUMN attributions.number IS 'counts a version''s attributions from 1';

COMMENT ON COLUMN attributions.parent IS 'number of the one in whose content it lies';

COMMENT ON COLUMN attributions.source IS 'who said it';

COMMENT ON COLUMN attributions.act IS 'what is being done: say, confirm, deny ...';

COMMENT ON COLUMN attributions.via IS 'named, office, outlet, document, group ...';

COMMENT ON COLUMN attributions.form IS 'direct, indirect or mixed quotation';

COMMENT ON COLUMN attributions.standing IS 'on-record, relayed, unnamed or own-voice';

COMMENT ON COLUMN attributions.hands IS 'how many stand between reader and source';

COMMENT ON COLUMN attributions.link IS 'number of the last link of its chain';

COMMENT ON COLUMN attributions.probability IS 'that it is right, in [0, 1]';

CREATE TABLE credits (
  version BIGINT NOT NULL, 
  number INTEGER NOT NULL, 
  kind TEXT NOT NULL, 
  outlet TEXT NOT NULL, 
  begin INTEGER, 
  "end" INTEGER, 
  inferred BOOLEAN NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions (key) ON DELETE CASCADE
);

COMMENT ON TABLE credits IS 'one row a statement of where an article is from; no span: from its markup';

COMMENT ON COLUMN credits.version IS 'row of `versions`';

COMMENT ON COLUMN credits.number IS 'counts a version''s credits from 1';

COMMENT ON COLUMN credits.kind IS 'agency, original, translation ...';

COMMENT ON COLUMN credits.outlet IS 'whom it credits, as written';

COMMENT ON COLUMN credits.begin IS 'first character of the version''s text, from 0';

COMMENT ON COLUMN credits."end" IS 'the character after the last';

COMMENT ON COLUMN credits.inferred IS 'not said of all of the article';

CREATE TABLE entity_forms (
  version BIGINT NOT NULL, 
  form BIGINT NOT NULL, 
  rule TEXT NOT NULL, 
  PRIMARY KEY (version, form), 
  FOREIGN KEY(version) REFERENCES versions (key) ON DELETE CASCADE, 
  FOREIGN KEY(form) REFERENCES forms (key)
);

COMMENT ON TABLE entity_forms IS 'one row a form of an entity''s name in a version';

COMMENT ON COLUMN entity_forms.version IS 'row of `versions`';

COMMENT ON COLUMN entity_forms.form IS 'row of `forms`';

COMMENT ON COLUMN entity_forms.rule IS 'why it was taken for the entity''s';

CREATE TABLE links (
  version BIGINT NOT NULL, 
  number INTEGER NOT NULL, 
  "outer" INTEGER, 
  attribution INTEGER, 
  name TEXT, 
  via TEXT, 
  kind TEXT, 
  begin INTEGER, 
  "end" INTEGER, 
  inferred BOOLEAN NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions (key) ON DELETE CASCADE
);

COMMENT ON TABLE links IS 'one row somebody through whose hands words of a version came';

COMMENT ON COLUMN links.version IS 'row of `versions`';

COMMENT ON COLUMN links.number IS 'counts a version''s links from 1';

COMMENT ON COLUMN links."outer" IS 'number of the next link further out, if any';

COMMENT ON COLUMN links.attribution IS 'whose source it is, if it is one''s';

COMMENT ON COLUMN links.name IS 'nothing where it is just that source''s, or the words there';

COMMENT ON COLUMN links.via IS 'as in attributions; nothing where it is just that one''s';

COMMENT ON COLUMN links.kind IS 'article, credit, translation, signature; else attribution';

COMMENT ON COLUMN links.begin IS 'first character of the version''s text, from 0';

COMMENT ON COLUMN links."end" IS 'the character after the last';

COMMENT ON COLUMN links.inferred IS 'not said of all of the article';

CREATE TABLE mentions (
  version BIGINT NOT NULL, 
  number INTEGER NOT NULL, 
  begin INTEGER NOT NULL, 
  "end" INTEGER NOT NULL, 
  type TEXT NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions (key) ON DELETE CASCADE
);

COMMENT ON TABLE mentions IS 'one row a name in a text';

COMMENT ON COLUMN mentions.version IS 'row of `versions`';

COMMENT ON COLUMN mentions.number IS 'counts a version''s names from 1';

COMMENT ON COLUMN mentions.begin IS 'first character of the version''s text, from 0';

COMMENT ON COLUMN mentions."end" IS 'the character after the last';

COMMENT ON COLUMN mentions.type IS 'PER, ORG or LOC';

CREATE TABLE pieces (
  version BIGINT NOT NULL, 
  attribution INTEGER NOT NULL, 
  role TEXT NOT NULL, 
  begin INTEGER NOT NULL, 
  "end" INTEGER NOT NULL, 
  PRIMARY KEY (version, attribution, role, begin), 
  CONSTRAINT pieces_are_spans CHECK (0 <= "begin" AND "begin" < "end"), 
  FOREIGN KEY(version) REFERENCES versions (key) ON DELETE CASCADE
);

COMMENT ON TABLE pieces IS 'one row a stretch of text that is part of an attribution';

COMMENT ON COLUMN pieces.version IS 'row of `versions`';

COMMENT ON COLUMN pieces.attribution IS 'its number in the version';

COMMENT ON COLUMN pieces.role IS 's source, c cue, q content, k condition';

COMMENT ON COLUMN pieces.begin IS 'first character of the version''s text, from 0';

COMMENT ON COLUMN pieces."end" IS 'the character after the last';

CREATE TABLE timexes (
  version BIGINT NOT NULL, 
  number INTEGER NOT NULL, 
  begin INTEGER NOT NULL, 
  "end" INTEGER NOT NULL, 
  value TEXT NOT NULL, 
  kind TEXT NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions (key) ON DELETE CASCADE
);

COMMENT ON TABLE timexes IS 'one row an expression of time in a text';

COMMENT ON COLUMN timexes.version IS 'row of `versions`';

COMMENT ON COLUMN timexes.number IS 'counts a version''s expressions from 1';

COMMENT ON COLUMN timexes.begin IS 'first character of the version''s text, from 0';

COMMENT ON COLUMN timexes."end" IS 'the character after the last';

COMMENT ON COLUMN timexes.value IS 'EDTF (ISO 8601-2)';

COMMENT ON COLUMN timexes.kind IS 'date, time, duration, interval or set';

CREATE TABLE vectors (
  version BIGINT NOT NULL, 
  contents BYTEA NOT NULL, 
  own BYTEA NOT NULL, 
  PRIMARY KEY (version), 
  FOREIGN KEY(version) REFERENCES versions (key) ON DELETE CASCADE
);

COMMENT ON TABLE vectors IS 'one row a version: what its statements mean, in 384 dimensions';

COMMENT ON COLUMN vectors.version IS 'row of `versions`';

COMMENT ON COLUMN vectors.contents IS 'of contents, 4 bits each';

COMMENT ON COLUMN vectors.own IS 'of sentences in its own voice, 2 bits each';

CREATE TABLE contents_index (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);

CREATE INDEX contents_index_words ON contents_index USING gin (words);

CREATE VIEW who_said_what AS
SELECT
  versions.article, versions.title, versions.outlet, versions.published, versions.url,
  versions.language, attributions.number, attributions.parent,
  sources.name AS source, entities.id AS entity, entities.name AS entity_name,
  (
    SELECT string_agg(substr(versions.text, pieces."begin" + 1, pieces."end" - pieces."begin"), ' … ' ORDER BY pieces."begin") FROM pieces
    WHERE pieces.version = attributions.version
      AND pieces.attribution = attributions.number AND pieces.role = 'c'
  ) AS cue,
  attributions.act, attributions.via, attributions.form, attributions.standing,
  attributions.hands, attributions.probability,
  (
    SELECT string_agg(substr(versions.text, pieces."begin" + 1, pieces."end" - pieces."begin"), ' … ' ORDER BY pieces."begin") FROM pieces
    WHERE pieces.version = attributions.version
      AND pieces.attribution = attributions.number AND pieces.role = 'q'
  ) AS content,
  (
    SELECT string_agg(substr(versions.text, pieces."begin" + 1, pieces."end" - pieces."begin"), ' … ' ORDER BY pieces."begin") FROM pieces
    WHERE pieces.version = attributions.version
      AND pieces.attribution = attributions.number AND pieces.role = 'k'
  ) AS condition
FROM attributions
JOIN versions ON versions.key = attributions.version AND versions.current
JOIN sources ON sources.key = attributions.source
LEFT JOIN entities ON entities.key = sources.entity;

CREATE VIEW article_summary AS
SELECT
  versions.article, versions.title, versions.outlet, versions.published, versions.url,
  versions.language, articles.added, versions.number AS versions, versions.seen AS changed,
  (SELECT count(*) FROM attributions WHERE attributions.version = versions.key) AS attributions,
  (SELECT count(*) FROM attributions WHERE attributions.version = versions.key AND attributions.standing = 'on-record') AS on_record,
  (SELECT count(*) FROM attributions WHERE attributions.version = versions.key AND attributions.standing = 'relayed') AS relayed,
  (SELECT count(*) FROM attributions WHERE attributions.version = versions.key AND attributions.standing = 'unnamed') AS unnamed,
  versions.summary
FROM versions
JOIN articles ON articles.id = versions.article
WHERE versions.current;

CREATE VIEW chains AS
WITH RECURSIVE steps (version, attribution, link, distance) AS (
  SELECT version, number, link, 0 FROM attributions WHERE link IS NOT NULL
  UNION ALL
  SELECT steps.version, steps.attribution, links."outer", steps.distance + 1
  FROM steps JOIN links ON links.version = steps.version AND links.number = steps.link
  WHERE links."outer" IS NOT NULL
)
SELECT
  versions.article, steps.attribution, steps.distance,
  coalesce(links.via, told.via) AS via, coalesce(links.kind, 'attribution') AS kind,
  coalesce(
    links.name,
    substr(versions.text, links."begin" + 1, links."end" - links."begin"),
    sources.name
  ) AS name
FROM steps
JOIN links ON links.version = steps.version AND links.number = steps.link
LEFT JOIN attributions AS told
  ON told.version = steps.version AND told.number = links.attribution
LEFT JOIN sources ON sources.key = told.source
JOIN versions ON versions.key = steps.version AND versions.current;
