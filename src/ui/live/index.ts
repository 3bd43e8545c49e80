export { listen, type Heard, type StreamNews } from './stream.ts';
export { tellPage, useHeard } from './heard.ts';
export { standFor, type Candidacy, type Standing } from './election.ts';
export { announcePerson, hearPerson } from './person.ts';
