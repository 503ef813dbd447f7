// Reads a question as JSON and answers as JSON: whether documents follow a schema, or whether messages are signed.
import { readFileSync } from 'node:fs';
import Ajv2019 from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { Webhook } from 'standardwebhooks';

const question = JSON.parse(readFileSync(0, 'utf8'));

function problems(schemaFile, documents) {
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
  return documents.map((document) => (validate(document) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`)));
}

function signed(secret, message) {
  try {
    new Webhook(secret).verify(message.body, message.headers);
    return true;
  } catch {
    return false;
  }
}

const answer = question.schema
  ? problems(question.schema, question.documents)
  : question.messages.map((message) => signed(question.secret, message));
console.log(JSON.stringify(answer));
