/** The passwords that lead every published list of leaked ones, of eight characters and more. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 0123456789 0987654321 987654321 9876543210 11111111 111111111 1111111111 00000000
  000000000 88888888 99999999 12341234 11223344 112233445566 12344321 123123123 123454321 147258369 123456abc 123456a1
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx zaq1zaq1 qazwsxedc qwertyui qwertyuiop qwerty12 qwerty123
  qwerty1234 qwerty12345 qwer1234 asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 abcd1234 abc12345 abc123456 a1234567
  a12345678 a123456789 aa123456 aa12345678 password password1 password12 password123 password1234 password12345
  password! password1! passw0rd p@ssw0rd p@ssword p@ssw0rd1 pa55word pa$$word passport passwort passwort1 iloveyou
  iloveyou1 iloveyou2 sunshine sunshine1 princess princess1 football football1 baseball baseball1 basketball superman
  superman1 batman123 spiderman starwars pokemon1 dragon123 monkey123 shadow123 master123 michael1 michelle jennifer
  jessica1 charlie1 computer computer1 internet samsung1 trustno1 whatever welcome1 welcome12 welcome123 welcome1234
  letmein1 letmein123 admin123 admin1234 admin12345 administrator root1234 test1234 test12345 testtest changeme
  changeme1 changeme123 default1 secret12 secret123 login123 user1234 guest123 hello123 helloworld liverpool chelsea1
  arsenal1 corvette mercedes ferrari1 maverick midnight november december september february january1 summer2023
  summer2024 summer2025 summer2026 winter2023 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025
  autumn2026 jira1234 atlassian quantumsprout`
    .split(/\s+/)
    .filter((word) => word.length >= 8),
);
