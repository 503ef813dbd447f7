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

// Each document is of a type that the description of an interface (OpenAPI) names.
function described(descriptionFile, documents) {
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(JSON.parse(readFileSync(descriptionFile, 'utf8')), 'interface');
  return documents.map(({ type, document }) => {
    const validate = ajv.compile({ $ref: `interface#/components/schemas/${type}` });
    return validate(document) ? [] : validate.errors.map((e) => `${type} ${e.instancePath} ${e.message}`);
  });
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
  : question.description
  ? described(question.description, question.documents)
  : question.messages.map((message) => signed(question.secret, message));
console.log(JSON.stringify(answer));
