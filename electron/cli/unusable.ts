/** What was given cannot be worked with; the message is one Chinese line for the user. The program ends with 2. */
export class Unusable extends Error {}

/** The command line itself is wrong; the usage is shown with the message. */
export class WrongUsage extends Unusable {}
