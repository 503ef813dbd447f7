// Reads one JSON object from standard input and writes one to standard output:
// {contexts: folder, files: {address: name}, documents: {address: document}, credentials: [document or token]}
// gives [{verified, error}], one for each credential.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import jsigs from 'jsonld-signatures';
import { compactVerify, importJWK } from 'jose';

const { contexts, files, documents, credentials } = JSON.parse(readFileSync(0, 'utf8'));

function document(address) {
  if (files[address]) {
    return JSON.parse(readFileSync(join(contexts, files[address]), 'utf8'));
  }
  const [owner, fragment] = address.split('#');
  const found = documents[owner];
  if (!found) {
    throw new Error(`No document ${address}`);
  }
  if (!fragment) {
    return found;
  }
  const method = found.verificationMethod.find((each) => each.id === address);
  if (!method) {
    throw new Error(`No key ${address}`);
  }
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
}

const documentLoader = async (url) => ({ contextUrl: null, documentUrl: url, document: document(url) });

async function byProof(credential) {
  const result = await jsigs.verify(credential, {
    suite: new DataIntegrityProof({ cryptosuite }),
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader,
  });
  return { verified: result.verified, error: result.verified ? '' : String(result.error?.errors?.[0] ?? result.error) };
}

async function byToken(token) {
  const header = JSON.parse(Buffer.from(token.split('.')[0], 'base64url'));
  const key = await Ed25519Multikey.from(document(header.kid));
  const { publicKey } = await key.export({ publicKey: true, raw: true });
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
  await compactVerify(token, await importJWK(jwk, 'EdDSA'), { algorithms: ['EdDSA'] });
  return { verified: true, error: '' };
}

const results = [];
for (const credential of credentials) {
  try {
    results.push(await (typeof credential === 'string' ? byToken(credential) : byProof(credential)));
  } catch (e) {
    results.push({ verified: false, error: String(e) });
  }
}
console.log(JSON.stringify(results));
