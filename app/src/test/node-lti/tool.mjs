// A learning tool by the public library ltijs. It registers itself, offers two exercises to pick, and scores whoever opens
// one. What it keeps, it keeps in memory.
import ltijs from 'ltijs';

class InMemory {
  rows = new Map();
  async setup() {}
  async Close() {}
  of(collection) {
    if (!this.rows.has(collection)) this.rows.set(collection, []);
    return this.rows.get(collection);
  }
  matching(collection, query = {}) {
    return this.of(collection).filter(row => Object.entries(query).every(([name, value]) => row.keys[name] === value));
  }
  async Get(key, collection, query) {
    const found = this.matching(collection, query).map(row => ({ ...row.item, createdAt: row.at }));
    return found.length ? found : false;
  }
  async Insert(key, collection, item, index) {
    this.of(collection).push({ keys: index ?? item, item, at: Date.now() });
    return true;
  }
  async Replace(key, collection, query, item, index) {
    await this.Delete(collection, query);
    return this.Insert(key, collection, item, index);
  }
  async Modify(key, collection, query, change) {
    this.matching(collection, query).forEach(row => { Object.assign(row.item, change); Object.assign(row.keys, change); });
    return true;
  }
  async Delete(collection, query) {
    const gone = this.matching(collection, query);
    this.rows.set(collection, this.of(collection).filter(row => !gone.includes(row)));
    return true;
  }
}

const input = await new Promise(resolve => process.stdin.once('data', chunk => resolve(JSON.parse(chunk))));
process.stdin.on('end', () => process.exit(0));
const url = 'http://localhost:' + input.port;
const lti = ltijs.Provider;
lti.setup('known to the tool alone', { plugin: new InMemory() }, {
  appRoute: '/launch', loginRoute: '/login', keysetRoute: '/keys',
  dynReg: { url, name: input.name, redirectUris: [url + '/extra'], useDeepLinking: true, autoActivate: true },
});

lti.onDeepLinking(async (token, req, res) => {
  const exercise = (title, score) => ({
    type: 'ltiResourceLink', title, url: url + '/launch?exercise=' + score, custom: { score: String(score) },
    lineItem: { scoreMaximum: 50, label: title },
  });
  res.send(await lti.DeepLinking.createDeepLinkingForm(token, [exercise(input.name + ' easy', 30), exercise(input.name + ' hard', 50)]));
});

lti.onConnect((token, req, res) => used(token, res).catch(error =>
  res.send(page({ failed: error.stack + ' ' + JSON.stringify(error.response?.body ?? '') }))));

async function used(token, res) {
  const told = { roles: token.platformContext.roles, custom: token.platformContext.custom, name: token.userInfo, user: token.user };
  const item = token.platformContext.endpoint.lineitem;
  if (!told.roles.some(role => role.endsWith('Learner'))) return res.send(page(told));
  const score = { scoreGiven: Number(told.custom.score), scoreMaximum: 50, activityProgress: 'Completed', gradingProgress: 'FullyGraded' };
  const sent = await lti.Grade.submitScore(token, item, { ...score });
  const members = await lti.NamesAndRoles.getMembers(token, { pages: 3 });
  told.members = members.members.length;
  told.knowsTheUser = members.members.some(member => member.user_id === token.user);
  told.scores = (await lti.Grade.getScores(token, item, { userId: token.user })).scores;
  const own = await lti.Grade.createLineItem(token, { label: 'An extra', scoreMaximum: 10, tag: 'extra' });
  told.items = (await lti.Grade.getLineItems(token)).lineItems.length;
  told.extras = (await lti.Grade.getLineItems(token, { tag: 'extra' })).lineItems.length;
  told.renamed = (await lti.Grade.updateLineItemById(token, own.id, { label: 'Another', scoreMaximum: 20 })).label;
  told.read = (await lti.Grade.getLineItemById(token, own.id)).scoreMaximum;
  told.ended = await lti.Grade.deleteLineItemById(token, own.id);
  told.sent = sent.scoreGiven;
  res.send(page(told));
}

const page = told => '<!doctype html><html lang="en"><title>Exercise</title><main><h1>The exercise is done</h1><pre id="told">'
  + JSON.stringify(told).replace(/</g, '\\u003c') + '</pre></main></html>';

process.on('unhandledRejection', error => console.log('failed: ' + error.stack));
await lti.deploy({ port: input.port, silent: true });
console.log('ready');
