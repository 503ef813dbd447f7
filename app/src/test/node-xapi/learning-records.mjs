// Speaks xAPI with the product by the public library @xapi/xapi, and tells on the last line what came of each call. Its
// attachments are for browsers alone: under node they go out as application/octet-stream, so they are left out here.
import { readFileSync } from "node:fs";
import xapiModule from "@xapi/xapi";

const XAPI = xapiModule.default ?? xapiModule;
const asked = JSON.parse(readFileSync(0, "utf8"));
const told = {};

for (const version of ["2.0.0", "1.0.3"]) {
  const lrs = new XAPI({
    endpoint: asked.endpoint,
    auth: XAPI.toBasicAuth("game", asked.token),
    version,
  });
  const agent = { objectType: "Agent", mbox: `mailto:${asked.name}-${version}@example.org` };
  const course = `https://example.org/${asked.name}/${version}`;
  const statement = (n) => ({
    actor: agent,
    verb: { id: "http://adlnet.gov/expapi/verbs/completed", display: { "en-US": "completed" } },
    object: { objectType: "Activity", id: `${course}/${n}` },
    result: { score: { scaled: 0.9 } },
  });
  const out = (told[version] = {});
  out.about = (await lrs.getAbout()).data.version;
  const first = (await lrs.sendStatement({ statement: statement(0) })).data[0];
  out.sent = (await lrs.sendStatements({ statements: [1, 2, 3, 4].map(statement) })).data.length;
  out.read = (await lrs.getStatement({ statementId: first })).data.object.id === `${course}/0`;
  const page = (await lrs.getStatements({ agent, limit: 3 })).data;
  const rest = (await lrs.getMoreStatements({ more: page.more })).data;
  out.paged = [page.statements.length, rest.statements.length];
  out.byVerb = (await lrs.getStatements({ agent, verb: statement(0).verb.id, format: "ids" })).data.statements.length;
  await lrs.voidStatement({ actor: agent, statementId: first });
  out.voided = (await lrs.getVoidedStatement({ voidedStatementId: first })).data.id === first;
  out.gone = await lrs.getStatement({ statementId: first }).then(() => "there", (e) => e.response?.status ?? String(e));
  const state = { agent, activityId: course, stateId: "bookmark" };
  await lrs.createState({ ...state, state: { page: 1 } });
  const kept = await lrs.getState(state);
  await lrs.setState({ ...state, state: { page: 2 }, etag: kept.headers.etag, matchHeader: "If-Match" });
  out.state = (await lrs.getState(state)).data.page;
  out.stale = await lrs
    .setState({ ...state, state: { page: 3 }, etag: kept.headers.etag, matchHeader: "If-Match" })
    .then(() => "taken", (e) => e.response?.status ?? String(e));
  await lrs.deleteState({ ...state, etag: (await lrs.getState(state)).headers.etag });
  out.states = (await lrs.getStates({ agent, activityId: course })).data;
  await lrs.createAgentProfile({ agent, profileId: "likes", profile: { colour: "green" } });
  out.agentProfile = (await lrs.getAgentProfile({ agent, profileId: "likes" })).data.colour;
  await lrs.createActivityProfile({ activityId: course, profileId: "best", profile: { score: 7 } });
  out.activityProfile = (await lrs.getActivityProfile({ activityId: course, profileId: "best" })).data.score;
  out.person = (await lrs.getAgent({ agent })).data.mbox;
  out.activity = (await lrs.getActivity({ activityId: `${course}/1` })).data.id === `${course}/1`;
}
console.log(JSON.stringify(told));
