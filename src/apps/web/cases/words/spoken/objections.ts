/** What a reviewer would object to, and what would answer it, by the English sentence. */
export const OBJECTIONS: Readonly<Record<string, string>> = {
  'The plan’s own criteria': 'Los criterios del propio plan',
  'The letter answers typical criteria, because the plan’s own are not held.':
    'La carta responde a criterios habituales, porque no tenemos los del propio plan.',
  'Ask the plan for the criteria it applied; the request letter is ready.':
    'Pida al plan los criterios que aplicó; la carta para pedirlos está lista.',
  'The time to file': 'El plazo para presentarla',
  'The last legal day was {day} ({kept}).': 'El último día legal fue el {day} ({kept}).',
  'Ask for the appeal to be taken late, and say why it could not be sent in time.':
    'Pida que se acepte la apelación fuera de plazo, y diga por qué no se pudo enviar a tiempo.',
  'It is dated {day}, a year ago or more.': 'Su fecha es {day}: hace un año o más.',
  'Add a newer one if there is one.': 'Agregue una más nueva, si la hay.',
  'Nothing in the records carries this sentence; it stands as the writer’s own statement.':
    'Nada en los expedientes respalda esta oración; queda como declaración de quien escribe.',
  'Add the record that shows it, or leave it as your own words.':
    'Agregue el expediente que lo demuestra, o déjela como palabras suyas.',
}
