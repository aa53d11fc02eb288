### Texts of the frame around every page: header, problems, forms, the rules.

## Frame
frame-skip = Skip to the content
frame-home = acordo, home page
frame-language = Language
frame-theme-dark = Use dark colours
frame-theme-light = Use light colours
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-part-ended = Your part in this case has ended
frame-part-ended-body = You no longer read what is said in it. What you wrote stays in the record of the case.
frame-part-ended-cases = See my cases
frame-cases = My cases
frame-loading = Loading
frame-back = Back
frame-close = Close
frame-retry = Try again

## Problems that the page notices by itself
problem-page-offline = There is no connection to the server. What you wrote is still here.
problem-page-unanswered = No answer came. We do not know yet whether what you did arrived; we are checking and will tell you here.
problem-page-not-sent = It did not arrive and never will: nothing was sent. If you still want it, do it again.
problem-page-arrived = It arrived: what you did is on record in the case.
problem-page-unreadable = The server answered in a way this page does not understand. Try again in a moment.
error-not-found-title = We did not find this page
error-not-found-body = The address may be wrong, or you have no access to this case with this account.
error-title = Something did not work
error-body = Nothing you sent before was lost. Load the page again.
error-home = Go to the home page
problem-page-request = Number for support: { $id }

## Forms
form-optional = optional
form-faults = { $count ->
    [one] 1 thing to correct
   *[other] { $count } things to correct
}
form-fault-name = Write your full name
form-fault-email = Write an e-mail address, like ana@example.com
form-sending = Sending…
form-email = E-mail
form-password = Password

## Rules of the mediation
rules-accept = I accept the rules of the mediation.
rules-accept-more = Nothing said in mediation can be used as evidence, subject to legal exceptions.
rules-accept-fault = Tick that you accept the rules of the mediation
rules-online = I agree to talk online.
rules-online-more = The law requires this consent for an online mediation.
rules-online-fault = Tick that you agree to talk online
rules-read = Read the rules (2 minutes)
rules-title = Rules of the mediation
rules-voluntary-title = It is voluntary
rules-voluntary = Each side comes by choice and may leave at any time. Nothing is decided unless both agree.
rules-confidential-title = It is confidential
rules-confidential = What is said or offered in mediation may not be told outside or used in court, subject to legal exceptions. Your own documents stay yours: you may use them anywhere. What you tell only the mediator stays between you.
rules-impartial-title = The mediator is impartial
rules-impartial = The mediator does not decide and represents nobody. Before starting, the mediator discloses any conflict of interest.
rules-good-faith-title = Good faith and respect
rules-good-faith = Tell the truth, answer in time, treat the other person well.
rules-online-title = It is in writing, online
rules-online-text = The conversation, the proposals and the signatures are recorded with date and time.
rules-rights-title = Your rights remain
rules-rights = While the mediation lasts, the limitation period is suspended. The time limits for complaining about defects are separate: ask before they end. You may ask for legal help, for example from a public defender.
