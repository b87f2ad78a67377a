# Bringing in a till's export: what columns may be called (both languages' headings count in both),
# what the owner sees of a file, and what came of it.

# Headings, separated by commas, without capitals and underlines.
heading-external_id = household id, household key, customer id, client id, member id, user id, external id, card number, customer number, client number, customer code, client code, customer, client, loyalty id, loyalty card
heading-phone = phone, phone number, mobile, mobile phone, cell, telephone, tel, contact phone, customer phone, client phone
heading-name = name, full name, first name, last name, surname, middle name, customer name, client name, member name
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
heading-paid = paid, sum, total, amount, sales value, amount paid, total paid, line total, net amount, to pay, revenue, net
heading-discount = discount, retail disc, coupon disc, coupon match disc, discount amount, discount sum
heading-campaign = campaign, campaign id, campaign name, mailing
heading-title = title, campaign type, campaign title, subject
heading-start = start, start date, started at, sent at, begins
heading-end = end, end date, finished at, ends
heading-coupon = coupon, coupon upc, coupon code, promo code, voucher code
heading-ignore = ignore
words-female = f, female, woman, w
words-male = m, male, man
words-yes = yes, y, true, 1, +, agreed, x
