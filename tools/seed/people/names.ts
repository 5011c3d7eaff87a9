/** Where a family name is at home, for the given names and the language that go with it. */
export type Home = 'german' | 'turkish' | 'italian' | 'slavic' | 'balkan' | 'french' | 'portuguese' | 'arabic';

interface Names {
  /** How many of a hundred people. */
  share: number;
  /** The language somebody may prefer to German. */
  language: string;
  /** How many of a hundred of them prefer it. */
  prefers: number;
  family: readonly string[];
  female: readonly string[];
  male: readonly string[];
}

/** Given names of two generations; German ones first those of people born before 1975. */
// prettier-ignore
export const names: Readonly<Record<Home, Names>> = {
  german: {
    share: 66,
    language: 'de',
    prefers: 0,
    family: [
      'Ackermann', 'Asal', 'Bächlin', 'Baumgartner', 'Behringer', 'Blum', 'Böhler', 'Brombacher', 'Brutschin', 'Bühler', 'Burger', 'Deiss',
      'Denzer', 'Eckert', 'Ehret', 'Engler', 'Eichin', 'Faller', 'Fehrenbach', 'Fischer', 'Flury', 'Frey', 'Gempp', 'Gerspacher', 'Glaser',
      'Grether', 'Gruber', 'Haas', 'Hauser', 'Heitz', 'Herzog', 'Hügin', 'Kaiser', 'Kiefer', 'Klemm', 'Knobloch', 'Köpfer', 'Krebs', 'Kuder',
      'Lacher', 'Lais', 'Leisinger', 'Maier', 'Marterer', 'Mehlin', 'Meier', 'Mutter', 'Oertlin', 'Pfaff', 'Pfeiffer', 'Philipp', 'Räuber',
      'Reif', 'Ritter', 'Roser', 'Rümmele', 'Rupp', 'Schäfer', 'Scherer', 'Schlageter', 'Schleith', 'Schmidt', 'Schneider', 'Schöpflin',
      'Schwald', 'Seger', 'Sprich', 'Steinebrunner', 'Strittmatter', 'Sütterlin', 'Thoma', 'Trefzer', 'Uehlin', 'Vögtlin', 'Wagner', 'Waßmer',
      'Weber', 'Weiß', 'Wetzel', 'Wunderle', 'Zimmermann', 'Zumkeller',
    ],
    female: [
      'Ursula', 'Renate', 'Gisela', 'Monika', 'Brigitte', 'Christa', 'Elfriede', 'Hannelore', 'Ingrid', 'Karin', 'Petra', 'Sabine', 'Gabriele',
      'Birgit', 'Andrea', 'Claudia', 'Susanne', 'Martina', 'Heike', 'Simone', 'Anja', 'Silke', 'Nicole', 'Stefanie', 'Katrin', 'Sandra',
      'Julia', 'Sarah', 'Lisa', 'Anna', 'Laura', 'Lena', 'Miriam', 'Hannah', 'Marie', 'Leonie', 'Johanna', 'Clara', 'Nele', 'Theresa',
    ],
    male: [
      'Dieter', 'Manfred', 'Günter', 'Klaus', 'Werner', 'Gerhard', 'Helmut', 'Wolfgang', 'Rolf', 'Bernd', 'Jürgen', 'Rainer', 'Thomas',
      'Andreas', 'Stefan', 'Michael', 'Uwe', 'Frank', 'Martin', 'Ralf', 'Markus', 'Christian', 'Oliver', 'Sven', 'Daniel', 'Tobias', 'Florian',
      'Sebastian', 'Philipp', 'Jan', 'Lukas', 'Felix', 'Jonas', 'David', 'Simon', 'Moritz', 'Niklas', 'Paul', 'Elias', 'Matthis',
    ],
  },
  turkish: {
    share: 8,
    language: 'tr',
    prefers: 35,
    family: ['Aktaş', 'Arslan', 'Bulut', 'Çelik', 'Demirci', 'Erdoğdu', 'Güneş', 'Kaplan', 'Karadağ', 'Koç', 'Özdemir', 'Polat', 'Tekin', 'Yalçın'],
    female: ['Hatice', 'Emine', 'Fatma', 'Gül', 'Meryem', 'Zeynep', 'Derya', 'Esra', 'Selin', 'Büşra'],
    male: ['Mehmet', 'Hasan', 'Ali', 'Murat', 'Kemal', 'Cem', 'Serkan', 'Yusuf', 'Emir', 'Baran'],
  },
  italian: {
    share: 7,
    language: 'it',
    prefers: 20,
    family: ['Amato', 'Bellini', 'Caruso', 'Conti', 'De Luca', 'Esposito', 'Ferri', 'Greco', 'Lombardi', 'Marino', 'Rizzo', 'Santoro'],
    female: ['Maria', 'Giuseppina', 'Rosa', 'Antonella', 'Paola', 'Chiara', 'Giulia', 'Alessia'],
    male: ['Salvatore', 'Giuseppe', 'Antonio', 'Roberto', 'Fabio', 'Luca', 'Matteo', 'Dario'],
  },
  slavic: {
    share: 8,
    language: 'ru',
    prefers: 30,
    family: ['Becker-Antonow', 'Gerassimow', 'Kowalczyk', 'Krawtschenko', 'Lewandowski', 'Melnyk', 'Nowak', 'Petrenko', 'Schewtschenko', 'Sokolow', 'Weber-Iwanow', 'Zieliński'],
    female: ['Irina', 'Ludmila', 'Olga', 'Natalia', 'Katarzyna', 'Oksana', 'Anastasia', 'Daria'],
    male: ['Viktor', 'Alexander', 'Sergej', 'Piotr', 'Andrij', 'Dmitri', 'Maxim', 'Artem'],
  },
  balkan: {
    share: 5,
    language: 'hr',
    prefers: 20,
    family: ['Babić', 'Gashi', 'Horvat', 'Hoxha', 'Jurić', 'Krasniqi', 'Marković', 'Petrović'],
    female: ['Ljiljana', 'Vesna', 'Mirjeta', 'Ana', 'Arta', 'Ivana'],
    male: ['Zoran', 'Dragan', 'Besnik', 'Marko', 'Ardit', 'Nikola'],
  },
  french: {
    share: 3,
    language: 'fr',
    prefers: 25,
    family: ['Baumann-Lefèvre', 'Charpentier', 'Dubois', 'Kessler-Petit', 'Muller'],
    female: ['Françoise', 'Isabelle', 'Camille', 'Élodie'],
    male: ['Jean-Luc', 'Pascal', 'Mathieu', 'Hugo'],
  },
  portuguese: {
    share: 1,
    language: 'pt',
    prefers: 30,
    family: ['Carvalho', 'Ferreira', 'Monteiro', 'Teixeira'],
    female: ['Fátima', 'Teresa', 'Inês'],
    male: ['Joaquim', 'Paulo', 'Tiago'],
  },
  arabic: {
    share: 2,
    language: 'ar',
    prefers: 55,
    family: ['Al-Khatib', 'Darwisch', 'Haddad', 'Mansour', 'Sabbagh'],
    female: ['Rania', 'Amal', 'Yasmin', 'Nour'],
    male: ['Omar', 'Khaled', 'Samir', 'Karim'],
  },
};

/** Streets that exist in most municipalities, and some that exist in none. */
// prettier-ignore
export const streets: readonly string[] = [
  'Ahornweg', 'Am Bach', 'Am Rebhang', 'Bachstraße', 'Bergstraße', 'Blumenweg', 'Dorfstraße', 'Finkenweg', 'Gartenstraße', 'Hauptstraße',
  'Hofmatt', 'Im Grün', 'Im Winkel', 'Kirchstraße', 'Lindenstraße', 'Mattenweg', 'Mühlematt', 'Obere Gasse', 'Rosenweg', 'Schulstraße',
  'Sonnenhalde', 'Talstraße', 'Unterdorf', 'Waldblick', 'Wiesenstraße',
];
