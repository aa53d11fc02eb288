### The agreement: reading, signing, the receipt and what follows.
agreement-title = Agreement { $reference }
agreement-back = Back to the conversation
agreement-step = Stage { $step } of 5
agreement-none = There is no agreement in this case yet.

## While it is written
agreement-drafting-title = The agreement is being written
agreement-drafting = As soon as the text is ready, it appears here for you to read and sign.
agreement-drafting-identify = Legal details are missing for: { $names }.
agreement-identity-own = The legal identity of your company is missing: registered name, registration number and address. Ask a manager to enter them and the mediation centre to check them. As soon as they are checked, the agreement is written.
agreement-identity-other = The agreement is waiting for the legal identity of { $company }. The company takes care of that; nothing is missing from you.
identify-title = Your details for the agreement
identify-lead = They go into the text of the agreement, which both sides read.
identify-name = Full name
identify-name-hint = As on your identity document.
identify-number = Identity number
identify-number-fault = Enter the number
identify-address = Address (if you like)
identify-save = Save my details
agreement-power_missing = You have no recorded authority to sign for the company. Ask a manager to record it, or hand the case over to somebody who has one.
agreement-power_too_small = The amount is above the limit of your authority. Somebody else at the company has to sign: hand the case over before the deadline.
agreement-power_expired = Your authority to sign for the company has ended. Ask a manager to record a new one, or hand the case over to somebody who has one.
sign-power = You sign for the company with this authority: { $words }
review-with = With whom you sign
review-identified = { $name }, { $number }
review-identified-at = { $name }, { $number }, { $address }

## Review
review-title = Read before you sign
review-summary = In short
review-you = You will
review-other = { $name } will
review-release = What this agreement settles for good
review-nothing = close this complaint, and nothing more
review-nothing-company = close this case, and nothing more
review-if-not = If somebody does not do it
review-if-not-title = An agreement made in mediation is enforceable: it can be taken straight to court.
review-if-not-contract = The agreement is a contract between you and can be enforced through the courts. The full text states its legal basis.
review-full = Full text
review-language = The document is in { $language }.
review-pdf = Download PDF
review-listen = Listen
review-listen-stop = Stop
review-continue = Continue to sign
review-wrong = Something is not right
review-wrong-title = What is not right?
review-wrong-body = The agreement goes back to the conversation. Nobody is bound to anything.
review-wrong-send = Send back to the conversation
review-word = Correct the wording
review-word-title = Clauses of the agreement
review-word-body = Only the wording of the clauses changes here. Amounts and dates change by a new proposal. Whoever has signed signs again.
review-word-clause = Clause { $number }
review-word-add = Add a clause
review-word-remove = Remove clause { $number }
review-word-send = Put this text forward
review-changed = The text has changed. Read it again before you sign.
review-changed-new = New
review-changed-gone = Removed
review-reflect-title = You have time to think
review-reflect = You can sign from { $when }. Until then, show the agreement to somebody you trust, a consumer agency or a public defender.
review-waive = I do not need to wait
review-waive-title = Sign without waiting?
review-waive-body = The wait is a rule of this platform in your favour. Give it up only if you have had advice or are sure.
review-waive-yes = I want to sign now
review-waive-no = I would rather wait
review-signed-you = You have signed.
review-signed-wait = Still to sign: { $names }. By { $when }.
review-signers = Who signs
review-not-signed = has not signed yet
review-signed-at = { $method }, { $when }
review-signer = Only those who take part in the case sign.

## Sign
sign-title = Sign with your name
sign-page = Sign
sign-name-fault = Enter your full name
sign-code = 6-digit code
sign-code-ask = We will send a code to your e-mail.
sign-code-send = Send the code
sign-code-again = Send another code
sign-code-sent = We sent it to { $to }. It is valid until { $until } and can be pasted.
sign-code-fault = Enter the 6 digits of the code
sign-code-fault-ask = Ask for the code and enter the 6 digits
sign-consent-fault = Tick that you have read it and sign of your own free will
sign-proof = We keep the date, time, internet address and the document's code as proof.
sign-go = Sign the agreement
sign-others = The others sign by { $when }.
sign-back = Back to the agreement
sign-done = Your signature is recorded.

## Receipt
receipt-title = Agreement signed
receipt-next = What happens now
receipt-owes = { $debtor }: { $what }
receipt-code = Document code
receipt-check = Check that it is genuine
receipt-pdf = Download the agreement (PDF)
receipt-zip = Download with the proofs (ZIP)
receipt-json = Data of the agreement (JSON)
receipt-calendar = Put the dates in your calendar
receipt-sealing = The final PDF is being prepared. You also get it by e-mail.
receipt-you = You

## Fulfilment
fulfil-title = What was agreed
fulfil-due = Due: { $day }
fulfil-overdue = Overdue
fulfil-breached = Not kept
fulfil-broken = The agreement was not kept
fulfil-broken-creditor = The case went to the legal team. With this packet you can take the agreement to court: it holds the signed agreement, the proofs and what is missing.
fulfil-broken-debtor = The case went to the legal team, and whoever is owed can take the agreement to court. You can still do what is due and report it.
fulfil-broken-closed = The case is closed here: no deadline runs any more, and nobody of the platform asks for what is missing. What is paid can still be confirmed.
fulfil-packet = Enforcement packet ({ $format })
fulfil-packet-wait = The packet is being prepared.
fulfil-ask = { $what }: was it done?
fulfil-ask-body = { $name } reports that it is done.
fulfil-yes = Yes, it was done
fulfil-yes-body = Confirming stands for ever: { $name } no longer owes what you confirm.
fulfil-no = It was not
fulfil-no-title = What is missing?
fulfil-no-body = { $name } is told and has to put it right. If that does not happen in time, the case goes to the legal team.
fulfil-no-words = Say what happened
fulfil-no-fault = Write what is missing
fulfil-no-send = Say that it was not done
fulfil-report = I have done it
fulfil-report-file = Proof
fulfil-wait = Waiting for { $name } to confirm
fulfil-wait-debtor = { $name } has not reported yet
fulfil-all = Everything was done. The case is closed.
fulfil-report-title = Report it done
fulfil-report-body = The other side is told and confirms. A receipt helps.
fulfil-report-sum = How much was paid ({ $currency })
fulfil-report-on = Day on which it was paid or done
fulfil-report-send = Report
fulfil-confirm = I have received it
fulfil-confirm-other = I received another amount, or on another day
fulfil-confirm-title = Confirm what you received
fulfil-confirm-body = It counts even if { $name } reported nothing. A confirmation is a receipt and cannot be undone.
fulfil-confirm-sum = How much you received ({ $currency })
fulfil-confirm-on = Day on which you received it
fulfil-confirm-send = Confirm having received it
fulfil-release = Release
fulfil-release-title = Release what is missing?
fulfil-release-body = { $name } no longer owes what you release, and nobody can claim it any more. This cannot be undone.
fulfil-release-sum = How much you release ({ $currency })
fulfil-release-send = Release it for good
fulfil-part-hint = Up to { $sum }. It may be a part.
fulfil-part-more = The amount is more than what is missing: { $sum }
fulfil-on-fault = Choose a day up to today
fulfil-ask-sum = { $name } reported having paid { $sum }.
fulfil-steps = What was said so far
fulfil-sum-owed = { $sum } of { $whole } is still owed
fulfil-sum-reported = { $sum } reported, waiting for confirmation
fulfil-sum-confirmed = { $sum } confirmed
fulfil-sum-released = { $sum } released
fulfil-sum-presumed = { $sum } counts as paid, not confirmed
fulfil-step = { $what }: { $day }
fulfil-step-sum = { $what }: { $sum }, { $day }
fulfil-step-reported = Reported
fulfil-step-disputed = Disputed
fulfil-step-confirmed = Receipt confirmed
fulfil-step-released = Released
fulfil-step-presumed = Counted as done, not confirmed
fulfil-step-reopened = Case reopened: waiting for an answer

# What somebody will do, after "You will"
does-refund = { $sum ->
    [none] give back what was paid
   *[some] give back { $sum }
}
does-pay = { $sum ->
    [none] pay
   *[some] pay { $sum }
}
does-replace = { $sum ->
    [none] replace the product
   *[some] replace the product, worth { $sum }
}
does-repair = { $sum ->
    [none] carry out the repair
   *[some] carry out the repair, worth { $sum }
}
does-redo_service = { $sum ->
    [none] do the service again
   *[some] do the service again, worth { $sum }
}
does-reduce_price = { $sum ->
    [none] lower the price
   *[some] take { $sum } off the price
}
does-discount = { $sum ->
    [none] give a discount
   *[some] give a discount of { $sum }
}
does-voucher = { $sum ->
    [none] give a voucher
   *[some] give a voucher of { $sum }
}
does-cancel_contract = { $sum ->
    [none] cancel the contract
   *[some] cancel the contract, worth { $sum }
}
does-correct_record = { $sum ->
    [none] correct the record
   *[some] correct the record, worth { $sum }
}
does-deliver = { $sum ->
    [none] make the delivery
   *[some] make the delivery, worth { $sum }
}
does-apologise = apologise
does-explain = give an explanation
does-other = { $sum ->
    [none] fulfil another obligation
   *[some] fulfil another obligation, worth { $sum }
}
