# Bringing in a till's export: what columns may be called (both languages' headings count in both),
# what the owner sees of a file, and what came of it.

# Headings, separated by commas, without capitals and underlines.
heading-external_id = household id, household key, customer id, client id, member id, user id, external id, card number, customer number, client number, customer code, client code, customer, client, loyalty id, loyalty card, guest, guest id, guest number, membership number, loyalty number
heading-phone = phone, phone number, mobile, mobile phone, cell, telephone, tel, contact phone, customer phone, client phone, mobile number, cell phone, guest phone, member phone
heading-name = name, full name, first name, last name, surname, middle name, customer name, client name, member name, given name, family name, guest name, display name
heading-birthday = birthday, birth date, date of birth, dob, birthdate
heading-gender = gender, sex
heading-city = city, town
heading-joined = joined, joined at, registered, registered at, registration date, date joined, signup date, created at
heading-data_consent = data consent, consent to data processing, personal data consent, privacy consent
heading-ads_consent = ads consent, offers consent, marketing consent, consent to offers, consent to marketing, newsletter, subscribed
heading-points = points, bonus balance, points balance, balance, bonuses
heading-attribute = attribute
heading-receipt = receipt, receipt number, receipt no, receipt id, check number, basket id, order id, order number, transaction id, invoice, bill number, document number
heading-date = date, date time, datetime, timestamp, transaction timestamp, transaction date, purchase date, order date, receipt date, sold at, purchased at, redemption date, paid at
heading-time = time, receipt time, purchase time
heading-outlet = outlet, store, store id, shop, branch, location, point of sale
heading-sku = sku, product id, product code, item code, article, article number, barcode, ean, upc, item id
heading-product = product, product name, product type, item, item name, goods, description
heading-category = category, product category, group, product group, category name
heading-quantity = quantity, qty, pieces, units, amount of goods
heading-amount = full price, price before discount, gross, gross amount, amount before discount, list price, subtotal
heading-paid = paid, sum, total, amount, sales value, amount paid, total paid, line total, net amount, to pay, revenue, net, total amount, amount due, net sales, grand total
heading-discount = discount, retail disc, coupon disc, coupon match disc, discount amount, discount sum
heading-campaign = campaign, campaign id, campaign name, mailing
heading-title = title, campaign type, campaign title, subject
heading-start = start, start date, started at, sent at, begins
heading-end = end, end date, finished at, ends
heading-coupon = coupon, coupon upc, coupon code, promo code, voucher code
heading-ignore = ignore
words-female = f, female, woman, w
words-male = m, male, man
words-yes = yes, y, true, 1, agreed, x

# A file and its outcome: for the owner and for the command line

import-kind = { $kind ->
    [members] members
    [purchases] purchases
    [products] products
    [campaigns] campaigns
    [receivers] who received a campaign
   *[redemptions] used coupons
}
import-field = { $field ->
    [external_id] number in the till
    [phone] phone
    [name] name
    [birthday] birthday
    [gender] gender
    [city] city
    [joined] joined on
    [data_consent] consent to the use of data
    [ads_consent] consent to offers
    [points] points to begin with
    [attribute] something of your own
    [receipt] receipt number
    [date] date
    [time] time
    [outlet] outlet
    [sku] product number
    [product] product
    [category] category
    [quantity] quantity
    [amount] full price
    [paid] paid
    [discount] discount
    [campaign] campaign
    [title] title
    [start] start
    [end] end
    [coupon] coupon
   *[ignore] not taken
}
import-attribute = { $kind ->
    [choice] choice
    [number] number
   *[none] not taken: too many different values
}
import-count = { $what ->
    [members] New members
    [members_filled] Members who got what was missing
    [members_there] Members who were there already
    [opening_points] Points to begin with
    [attributes] New attributes
    [values] Answers
    [receipts] New receipts
    [receipts_there] Receipts that were there already
    [lines] Lines of receipts
    [products] New products
    [products_changed] Products changed
    [products_there] Products that were there already
    [categories] New categories
    [outlets] New outlets
    [campaigns] New campaigns
    [campaigns_there] Campaigns that were there already
    [received] Received campaigns
    [received_there] Received campaigns that were there already
    [redeemed] Used coupons
   *[redeemed_there] Used coupons that were there already
}: { $count }
import-reason = { $reason ->
    [no_member] no number and no phone of a member
    [phone] not a phone number
    [two_members] the number is one member's, the phone another's
    [date] not a date
    [future] a date in the future
    [number] not a number
    [too_large] too large a number
    [return] less than nothing: a return
    [discount] a discount larger than the price
    [text] a name is missing or too long
    [twice] the same as an earlier row
    [other_member] another member has the receipt of this number
    [differs] there already, with another sum
   *[unknown_campaign] this campaign is not known: bring in the campaigns first
}
import-reason-count = { $reason }: { $count }
import-reason-column = Why it was not taken
import-seen = { $name }: { $kind }, rows: { $rows }
import-dates = { $order ->
    [day] Dates: the day comes first, 01/02/2025 is 1 February
   *[month] Dates: the month comes first, 01/02/2025 is 2 January
}
import-dates-doubtful = Nothing in the file says whether the day or the month comes first: please check.
import-missing = Needed, and in no column: { $fields }
import-beyond = Only the first { $seen } columns are looked at; those behind them are not taken: { $count }
import-report = Rows in the file: { $rows }. { $dry ->
    [yes] Bringing it in would give:
   *[no] Brought in:
}
import-before = This very file came in before, { $at }.
import-paid = Paid: { $paid }, from { $first } to { $last }
import-rejected = Not taken: { $count }
import-nothing = Nothing that was not there already.
