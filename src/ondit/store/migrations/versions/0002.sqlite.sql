CREATE TABLE addresses (
  url TEXT NOT NULL, 
  article TEXT NOT NULL, 
  PRIMARY KEY (url)
)
 WITHOUT ROWID;

CREATE TABLE codes (
  code SMALLINT NOT NULL, 
  word TEXT NOT NULL, 
  PRIMARY KEY (code)
)
 WITHOUT ROWID;

CREATE TABLE entities (
  "key" INTEGER NOT NULL, 
  id TEXT NOT NULL, 
  name TEXT NOT NULL, 
  kind TEXT NOT NULL, 
  country TEXT, 
  wikidata TEXT, 
  PRIMARY KEY ("key")
);

CREATE TABLE fetches (
  url TEXT NOT NULL, 
  etag TEXT, 
  last_modified TEXT, 
  fetched_at FLOAT NOT NULL, 
  PRIMARY KEY (url)
)
 WITHOUT ROWID;

CREATE TABLE versions (
  "key" INTEGER NOT NULL, 
  article TEXT NOT NULL, 
  number INTEGER NOT NULL, 
  current BOOLEAN NOT NULL, 
  seen TEXT NOT NULL, 
  hash BLOB NOT NULL, 
  title TEXT, 
  outlet TEXT, 
  outlet_folded TEXT NOT NULL, 
  site TEXT, 
  url TEXT, 
  language TEXT, 
  published TEXT, 
  moment TEXT, 
  byline TEXT, 
  canonical TEXT, 
  summary TEXT NOT NULL, 
  first INTEGER NOT NULL, 
  attributions INTEGER NOT NULL, 
  contents BLOB NOT NULL, 
  own BLOB NOT NULL, 
  text TEXT NOT NULL, 
  reading BLOB NOT NULL, 
  PRIMARY KEY ("key"), 
  UNIQUE (article, number)
);

CREATE INDEX versions_dated ON versions (coalesce(moment, ''), "key");

CREATE INDEX versions_hash ON versions (hash);

CREATE TABLE forms (
  "key" INTEGER NOT NULL, 
  entity INTEGER NOT NULL, 
  name TEXT NOT NULL, 
  type TEXT NOT NULL, 
  folded TEXT NOT NULL, 
  PRIMARY KEY ("key"), 
  FOREIGN KEY(entity) REFERENCES entities ("key")
);

CREATE TABLE links (
  version INTEGER NOT NULL, 
  number INTEGER NOT NULL, 
  name TEXT NOT NULL, 
  via TEXT NOT NULL, 
  kind TEXT NOT NULL, 
  "begin" INTEGER, 
  "end" INTEGER, 
  inferred BOOLEAN NOT NULL, 
  PRIMARY KEY (version, number), 
  FOREIGN KEY(version) REFERENCES versions ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE sources (
  "key" INTEGER NOT NULL, 
  name TEXT NOT NULL, 
  entity INTEGER, 
  folded TEXT NOT NULL, 
  PRIMARY KEY ("key"), 
  FOREIGN KEY(entity) REFERENCES entities ("key")
);

CREATE INDEX sources_entity ON sources (entity) WHERE entity IS NOT NULL;

CREATE TABLE entity_forms (
  version INTEGER NOT NULL, 
  form INTEGER NOT NULL, 
  PRIMARY KEY (version, form), 
  FOREIGN KEY(version) REFERENCES versions ("key") ON DELETE CASCADE, 
  FOREIGN KEY(form) REFERENCES forms ("key")
)
 WITHOUT ROWID;

CREATE TABLE said (
  "key" INTEGER NOT NULL, 
  version INTEGER NOT NULL, 
  number INTEGER NOT NULL, 
  parent INTEGER, 
  source INTEGER NOT NULL, 
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
  PRIMARY KEY ("key"), 
  FOREIGN KEY(version) REFERENCES versions ("key") ON DELETE CASCADE, 
  FOREIGN KEY(source) REFERENCES sources ("key")
);

CREATE INDEX said_source ON said (source);

CREATE VIRTUAL TABLE contents_index USING fts5 (
  words, content='', detail=none, columnsize=0,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);

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
  said.version, said.number AS attribution, 's' AS role, at.value AS "begin",
  json_extract(at.json, '$[' || (at.key + 1) || ']') AS "end"
FROM said, json_each('[' || said.source_at || ']') AS at WHERE at.key % 2 = 0
UNION ALL
SELECT
  said.version, said.number AS attribution, 'c' AS role, at.value AS "begin",
  json_extract(at.json, '$[' || (at.key + 1) || ']') AS "end"
FROM said, json_each('[' || said.cue_at || ']') AS at WHERE at.key % 2 = 0
UNION ALL
SELECT
  said.version, said.number AS attribution, 'q' AS role, at.value AS "begin",
  json_extract(at.json, '$[' || (at.key + 1) || ']') AS "end"
FROM said, json_each('[' || said.content_at || ']') AS at WHERE at.key % 2 = 0
UNION ALL
SELECT
  said.version, said.number AS attribution, 'k' AS role, at.value AS "begin",
  json_extract(at.json, '$[' || (at.key + 1) || ']') AS "end"
FROM said, json_each('[' || said.condition_at || ']') AS at WHERE at.key % 2 = 0;

CREATE VIEW who_said_what AS
SELECT
  versions.article, versions.title, versions.outlet, versions.published, versions.url,
  versions.language, said.number, said.parent,
  sources.name AS source, entities.id AS entity, entities.name AS entity_name,
  (
    SELECT group_concat(
      substr(versions.text, at.value + 1, json_extract(at.json, '$[' || (at.key + 1) || ']') - at.value), ' … '
    )
    FROM json_each('[' || said.cue_at || ']') AS at WHERE at.key % 2 = 0
  ) AS cue,
  acts.word AS act, vias.word AS via, forms_of.word AS form, standings.word AS standing,
  said.hands, said.probability,
  (
    SELECT group_concat(
      substr(versions.text, at.value + 1, json_extract(at.json, '$[' || (at.key + 1) || ']') - at.value), ' … '
    )
    FROM json_each('[' || said.content_at || ']') AS at WHERE at.key % 2 = 0
  ) AS content,
  (
    SELECT group_concat(
      substr(versions.text, at.value + 1, json_extract(at.json, '$[' || (at.key + 1) || ']') - at.value), ' … '
    )
    FROM json_each('[' || said.condition_at || ']') AS at WHERE at.key % 2 = 0
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
  versions.article, said.number AS attribution, step.key AS distance,
  CASE WHEN step.value = 0 THEN 'outlet' ELSE coalesce(links.via, vias.word) END AS via,
  CASE WHEN step.value = 0 THEN 'article' ELSE coalesce(links.kind, 'attribution') END AS kind,
  coalesce(links.name, sources.name, versions.outlet, '') AS name
FROM said
JOIN versions ON versions.key = said.version AND versions.current
CROSS JOIN json_each('[' || said.chain || ']') AS step
LEFT JOIN links ON links.version = said.version AND links.number = -step.value
LEFT JOIN said AS told ON told.key = versions.first + step.value - 1 AND step.value > 0
LEFT JOIN sources ON sources.key = told.source
LEFT JOIN codes AS vias ON vias.code = told.via;
