CREATE TABLE addresses (
  url TEXT NOT NULL, 
  article TEXT NOT NULL, 
  PRIMARY KEY (url)
);

COMMENT ON TABLE addresses IS 'one row a URL under which an article was met';

COMMENT ON COLUMN addresses.url IS 'normalised: no fragment, no tracking';

COMMENT ON COLUMN addresses.article IS 'the article''s id';

CREATE TABLE codes (
  code SMALLINT NOT NULL, 
  word TEXT NOT NULL, 
  PRIMARY KEY (code)
);

COMMENT ON TABLE codes IS 'one row a word that is kept as a number';

COMMENT ON COLUMN codes.code IS 'what `said` has';

COMMENT ON COLUMN codes.word IS 'the word that it stands for';

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

CREATE TABLE versions (
  key BIGSERIAL NOT NULL, 
  article TEXT NOT NULL, 
  number INTEGER NOT NULL, 
  current BOOLEAN NOT NULL, 
  seen TEXT COLLATE "C" NOT NULL, 
  hash BYTEA NOT NULL, 
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
  first BIGINT NOT NULL, 
  attributions INTEGER NOT NULL, 
  contents BYTEA NOT NULL, 
  own BYTEA NOT NULL, 
  text TEXT NOT NULL, 
  reading BYTEA NOT NULL, 
  PRIMARY KEY (key), 
  UNIQUE (article, number)
);

CREATE INDEX versions_dated ON versions (coalesce(moment, ''), key);

CREATE INDEX versions_hash ON versions (hash);

COMMENT ON TABLE versions IS 'one row a state of an article''s text and what it says about itself';

COMMENT ON COLUMN versions.key IS 'internal number';

COMMENT ON COLUMN versions.article IS 'the article''s id, the same in every archive';

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

COMMENT ON COLUMN versions.first IS 'key of its first row of `said`';

COMMENT ON COLUMN versions.attributions IS 'how many it has from there on';

COMMENT ON COLUMN versions.contents IS 'vectors of contents, 384 times 2 bits';

COMMENT ON COLUMN versions.own IS 'those of sentences in its own voice';

COMMENT ON COLUMN versions.text IS 'the whole text; all offsets point into it';

COMMENT ON COLUMN versions.reading IS 'all else that was found, packed';

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

CREATE TABLE links (
  version BIGINT NOT NULL, 
  number INTEGER NOT NULL, 
  name TEXT NOT NULL, 
  via TEXT NOT NULL, 
  kind TEXT NOT NULL, 
  begin INTEGER, 
  "end" INTEGER, 
  inferred BOOLEAN NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions (key) ON DELETE CASCADE
);

COMMENT ON TABLE links IS 'one row somebody through whose hands words came who is no attribution''s source and not the article''s outlet';

COMMENT ON COLUMN links.version IS 'row of `versions`';

COMMENT ON COLUMN links.number IS 'counts a version''s links from 1';

COMMENT ON COLUMN links.name IS 'as the text names it; empty if it does not';

COMMENT ON COLUMN links.via IS 'named, office, outlet, document, group ...';

COMMENT ON COLUMN links.kind IS 'article, credit, translation, signature ...';

COMMENT ON COLUMN links.begin IS 'first character of the version''s text, from 0';

COMMENT ON COLUMN links."end" IS 'the character after the last';

COMMENT ON COLUMN links.inferred IS 'not said of all of the article';

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

CREATE TABLE entity_forms (
  version BIGINT NOT NULL, 
  form BIGINT NOT NULL, 
  PRIMARY KEY (version, form), 
  FOREIGN KEY(version) REFERENCES versions (key) ON DELETE CASCADE, 
  FOREIGN KEY(form) REFERENCES forms (key)
);

COMMENT ON TABLE entity_forms IS 'one row a form of an entity''s name in a version';

COMMENT ON COLUMN entity_forms.version IS 'row of `versions`';

COMMENT ON COLUMN entity_forms.form IS 'row of `forms`';

CREATE TABLE said (
  key BIGINT NOT NULL, 
  version BIGINT NOT NULL, 
  number INTEGER NOT NULL, 
  parent INTEGER, 
  source BIGINT NOT NULL, 
  act SMALLINT NOT NULL, 
  via SMALLINT NOT NULL, 
  form SMALLINT NOT NULL, 
  standing SMALLINT, 
  hands SMALLINT, 
  probability FLOAT NOT NULL, 
  source_at TEXT, 
  cue_at TEXT, 
  content_at TEXT NOT NULL, 
  condition_at TEXT, 
  chain TEXT, 
  PRIMARY KEY (key), 
  FOREIGN KEY(version) REFERENCES versions (key) ON DELETE CASCADE, 
  FOREIGN KEY(source) REFERENCES sources (key)
);

CREATE INDEX said_source ON said (source);

COMMENT ON TABLE said IS 'one row a content and who said it; read the view `attributions`';

COMMENT ON COLUMN said.key IS 'counts all of an archive';

COMMENT ON COLUMN said.version IS 'row of `versions`';

COMMENT ON COLUMN said.number IS 'counts a version''s attributions from 1';

COMMENT ON COLUMN said.parent IS 'number of the one in whose content it lies';

COMMENT ON COLUMN said.source IS 'who said it';

COMMENT ON COLUMN said.act IS 'what is being done: row of `codes`';

COMMENT ON COLUMN said.via IS 'what kind of source: row of `codes`';

COMMENT ON COLUMN said.form IS 'what kind of quotation: row of `codes`';

COMMENT ON COLUMN said.standing IS 'what a reader may conclude: row of `codes`';

COMMENT ON COLUMN said.hands IS 'how many stand between reader and source';

COMMENT ON COLUMN said.probability IS 'that it is right, in [0, 1]';

COMMENT ON COLUMN said.source_at IS 'where its source stands: begin,end,begin,end';

COMMENT ON COLUMN said.cue_at IS 'where its cue stands';

COMMENT ON COLUMN said.content_at IS 'where its content stands';

COMMENT ON COLUMN said.condition_at IS 'where its condition stands';

COMMENT ON COLUMN said.chain IS 'who it came through, from the source outward: the number of an attribution of the same version, minus that of one of its links, or 0 for its outlet';

CREATE TABLE contents_index (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);

CREATE INDEX contents_index_words ON contents_index USING gin (words);

INSERT INTO codes (code, word) VALUES
  (1, 'say'),
  (2, 'confirm'),
  (3, 'deny'),
  (4, 'accuse'),
  (5, 'praise'),
  (6, 'warn'),
  (7, 'demand'),
  (8, 'offer'),
  (9, 'commit'),
  (10, 'refuse'),
  (11, 'agree'),
  (12, 'ask'),
  (13, 'believe'),
  (21, 'named'),
  (22, 'office'),
  (23, 'outlet'),
  (24, 'document'),
  (25, 'group'),
  (26, 'anonymous'),
  (27, 'none'),
  (31, 'direct'),
  (32, 'indirect'),
  (33, 'mixed'),
  (41, 'on-record'),
  (42, 'relayed'),
  (43, 'unnamed'),
  (44, 'own-voice');

CREATE VIEW articles AS
SELECT versions.article AS id, versions.seen AS added FROM versions WHERE versions.number = 1;

CREATE VIEW attributions AS
SELECT
  said.version, said.number, said.parent, said.source, acts.word AS act, vias.word AS via,
  forms_of.word AS form, standings.word AS standing, said.hands, said.probability
FROM said
JOIN codes AS acts ON acts.code = said.act
JOIN codes AS vias ON vias.code = said.via
JOIN codes AS forms_of ON forms_of.code = said.form
LEFT JOIN codes AS standings ON standings.code = said.standing;

CREATE VIEW pieces AS
SELECT
  said.version, said.number AS attribution, 's' AS role, at.ends[i] AS "begin",
  at.ends[i + 1] AS "end"
FROM said, LATERAL (SELECT string_to_array(said.source_at, ',')::int[] AS ends) AS at,
  LATERAL generate_series(1, cardinality(at.ends), 2) AS i
UNION ALL
SELECT
  said.version, said.number AS attribution, 'c' AS role, at.ends[i] AS "begin",
  at.ends[i + 1] AS "end"
FROM said, LATERAL (SELECT string_to_array(said.cue_at, ',')::int[] AS ends) AS at,
  LATERAL generate_series(1, cardinality(at.ends), 2) AS i
UNION ALL
SELECT
  said.version, said.number AS attribution, 'q' AS role, at.ends[i] AS "begin",
  at.ends[i + 1] AS "end"
FROM said, LATERAL (SELECT string_to_array(said.content_at, ',')::int[] AS ends) AS at,
  LATERAL generate_series(1, cardinality(at.ends), 2) AS i
UNION ALL
SELECT
  said.version, said.number AS attribution, 'k' AS role, at.ends[i] AS "begin",
  at.ends[i + 1] AS "end"
FROM said, LATERAL (SELECT string_to_array(said.condition_at, ',')::int[] AS ends) AS at,
  LATERAL generate_series(1, cardinality(at.ends), 2) AS i;

CREATE VIEW who_said_what AS
SELECT
  versions.article, versions.title, versions.outlet, versions.published, versions.url,
  versions.language, said.number, said.parent,
  sources.name AS source, entities.id AS entity, entities.name AS entity_name,
  (
    SELECT string_agg(substr(versions.text, at.ends[i] + 1, at.ends[i + 1] - at.ends[i]), ' … ' ORDER BY i)
    FROM (SELECT string_to_array(said.cue_at, ',')::int[] AS ends) AS at,
      generate_series(1, cardinality(at.ends), 2) AS i
  ) AS cue,
  acts.word AS act, vias.word AS via, forms_of.word AS form, standings.word AS standing,
  said.hands, said.probability,
  (
    SELECT string_agg(substr(versions.text, at.ends[i] + 1, at.ends[i + 1] - at.ends[i]), ' … ' ORDER BY i)
    FROM (SELECT string_to_array(said.content_at, ',')::int[] AS ends) AS at,
      generate_series(1, cardinality(at.ends), 2) AS i
  ) AS content,
  (
    SELECT string_agg(substr(versions.text, at.ends[i] + 1, at.ends[i + 1] - at.ends[i]), ' … ' ORDER BY i)
    FROM (SELECT string_to_array(said.condition_at, ',')::int[] AS ends) AS at,
      generate_series(1, cardinality(at.ends), 2) AS i
  ) AS condition
FROM said
JOIN versions ON versions.key = said.version AND versions.current
JOIN sources ON sources.key = said.source
JOIN codes AS acts ON acts.code = said.act
JOIN codes AS vias ON vias.code = said.via
JOIN codes AS forms_of ON forms_of.code = said.form
LEFT JOIN codes AS standings ON standings.code = said.standing
LEFT JOIN entities ON entities.key = sources.entity;

CREATE VIEW article_summary AS
SELECT
  versions.article, versions.title, versions.outlet, versions.published, versions.url,
  versions.language, articles.added, versions.number AS versions, versions.seen AS changed,
  versions.attributions,
  (
    SELECT count(*) FROM said JOIN codes ON codes.code = said.standing
    WHERE said.key BETWEEN versions.first AND versions.first + versions.attributions - 1
      AND codes.word = 'on-record'
  ) AS on_record,
  (
    SELECT count(*) FROM said JOIN codes ON codes.code = said.standing
    WHERE said.key BETWEEN versions.first AND versions.first + versions.attributions - 1
      AND codes.word = 'relayed'
  ) AS relayed,
  (
    SELECT count(*) FROM said JOIN codes ON codes.code = said.standing
    WHERE said.key BETWEEN versions.first AND versions.first + versions.attributions - 1
      AND codes.word = 'unnamed'
  ) AS unnamed,
  versions.summary
FROM versions
JOIN articles ON articles.id = versions.article
WHERE versions.current;

CREATE VIEW chains AS
SELECT
  versions.article, said.number AS attribution, step.place - 1 AS distance,
  CASE WHEN step.value = 0 THEN 'outlet' ELSE coalesce(links.via, vias.word) END AS via,
  CASE WHEN step.value = 0 THEN 'article' ELSE coalesce(links.kind, 'attribution') END AS kind,
  coalesce(links.name, sources.name, versions.outlet, '') AS name
FROM said
JOIN versions ON versions.key = said.version AND versions.current
CROSS JOIN LATERAL unnest(string_to_array(said.chain, ',')::int[]) WITH ORDINALITY AS step (value, place)
LEFT JOIN links ON links.version = said.version AND links.number = -step.value
LEFT JOIN said AS told ON told.key = versions.first + step.value - 1 AND step.value > 0
LEFT JOIN sources ON sources.key = told.source
LEFT JOIN codes AS vias ON vias.code = told.via;
