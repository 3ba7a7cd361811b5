// Prints what stands in the Bicep files given: syntax errors, names that nobody declares, and the outline that the tests compare.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

console.log(JSON.stringify(process.argv.slice(2).map(file => outline(file, parser.parse(readFileSync(file, 'utf8')).rootNode))));

function outline(file, root) {
  const found = { file, errors: [], parameters: [], outputs: [], modules: [], resources: [], undeclared: [], outputsUsed: [] };
  const declared = new Set();
  for (const node of all(root)) {
    if (node.type === 'ERROR' || node.isMissing) {
      found.errors.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`);
    }
    const name = node.namedChildren.find(child => child.type === 'identifier')?.text;
    if (node.type === 'parameter_declaration') {
      declared.add(name);
      found.parameters.push({ name, required: !node.children.some(child => child.type === '=') });
    } else if (node.type === 'variable_declaration') {
      declared.add(name);
    } else if (node.type === 'output_declaration') {
      found.outputs.push(name);
    } else if (node.type === 'resource_declaration') {
      declared.add(name);
      found.resources.push({ symbol: name, type: string(node), values: values(body(node)) });
    } else if (node.type === 'module_declaration') {
      declared.add(name);
      const parameters = property(body(node), 'params');
      found.modules.push({ symbol: name, path: string(node), parameters: parameters?.namedChildren.filter(isProperty).map(key) ?? [] });
    }
  }
  found.undeclared = [...new Set(all(root).filter(node => node.type === 'identifier' && isUse(node) && !declared.has(node.text) && !isLocal(node)).map(node => node.text))];
  found.outputsUsed = all(root).filter(node => node.type === 'member_expression').map(node => /^(\w+)\.outputs\.(\w+)$/.exec(node.text)).filter(Boolean).map(match => ({ module: match[1], output: match[2] }));
  return found;
}

function all(node) {
  return [node, ...node.children.flatMap(all)];
}

function string(node) {
  return node.namedChildren.find(child => child.type === 'string').text.slice(1, -1);
}

function body(node) {
  const loop = node.namedChildren.find(child => child.type === 'for_statement');
  return (loop ?? node).namedChildren.find(child => child.type === 'object');
}

function isProperty(node) {
  return node.type === 'object_property';
}

function key(node) {
  return node.namedChildren[0].text.replace(/^'|'$/g, '');
}

function property(object, name) {
  return object.namedChildren.find(child => isProperty(child) && key(child) === name)?.namedChildren.at(-1);
}

// { properties: { a: 1 } } as { 'properties.a': '1' }
function values(object, prefix = '') {
  return Object.assign({}, ...object.namedChildren.filter(isProperty).map(child => {
    const value = child.namedChildren.at(-1);
    return value.type === 'object' ? values(value, `${prefix}${key(child)}.`) : { [prefix + key(child)]: value.text };
  }));
}

// a name that stands for a value: neither a key of an object, nor what a declaration, function or lambda's parameter is called
function isUse(node) {
  const parent = node.parent;
  const isFirst = parent.namedChildren[0].equals(node);
  switch (parent.type) {
    case 'object_property': return !isFirst || parent.namedChildren.length === 1;
    case 'call_expression': return !parent.childForFieldName('function')?.equals(node);
    case 'lambda_expression':
    case 'parameter_declaration':
    case 'variable_declaration':
    case 'output_declaration': return !isFirst;
    case 'resource_declaration':
    case 'module_declaration': return false;
    default: return true;
  }
}

// the variable of a loop or of a lambda around it
function isLocal(node) {
  for (let around = node.parent; around; around = around.parent) {
    if (around.type === 'lambda_expression' && around.namedChildren[0].text === node.text) {
      return true;
    }
    if (around.type === 'for_statement' && /^\[?\s*for\s*\(?([^)]*?)\)?\s+in\s/.exec(around.text)?.[1].split(',').some(part => part.trim() === node.text)) {
      return true;
    }
  }
  return false;
}
